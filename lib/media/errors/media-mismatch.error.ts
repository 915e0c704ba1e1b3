import { WhatsAppError } from '../../errors/whatsapp.error';

/**
 * The bytes that were downloaded are not those that Meta announced. What was read so far must not be used.
 * @publicApi
 */
export class MediaMismatchError extends WhatsAppError {
  constructor(
    /** What differs. */
    readonly field: 'sha256' | 'size',
  ) {
    super(
      field === 'sha256'
        ? 'sha256: the hash of the downloaded bytes is another one. Discard them and download again.'
        : 'size: fewer bytes came than Meta announced. Discard them and download again.',
    );
  }
}
