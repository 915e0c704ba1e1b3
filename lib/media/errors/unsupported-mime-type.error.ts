import { PayloadValidationError } from '../../errors/payload-validation.error';

/**
 * Meta does not take media of this type, or not for this purpose; nothing was sent. The message lists the types that it
 * takes. `validate: false` sends it all the same.
 * @publicApi
 */
export class UnsupportedMimeTypeError extends PayloadValidationError {
  constructor(
    /** The refused type; `undefined` when none could be told. */
    readonly mimeType: string | undefined,
    message: string,
  ) {
    super('media', [{ path: 'mimeType', message }]);
  }
}
