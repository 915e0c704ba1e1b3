import { WhatsAppError } from '../../errors/whatsapp.error';

/** More about a `MediaSourceError`. */
export interface MediaSourceInit extends ErrorOptions {
  /** Code of Node.js or undici, e.g. `ENOENT`. */
  readonly code?: string | undefined;
  /** Status that the server of a URL answered with. */
  readonly httpStatus?: number | undefined;
}

/**
 * The media to upload could not be read: the file, stream or URL given. Meta has no part in it. It holds no paths and no
 * addresses.
 * @publicApi
 */
export class MediaSourceError extends WhatsAppError {
  /** The member of the call that is to blame. */
  readonly field = 'source';
  /** Code of Node.js or undici, e.g. `ENOENT`. */
  declare readonly code?: string;
  /** Status that the server of a URL answered with. */
  declare readonly httpStatus?: number;

  constructor(message: string, { code, httpStatus, ...options }: MediaSourceInit = {}) {
    super(`source: ${message}${code === undefined ? '' : ` (${code})`}`, options);
    if (code !== undefined) this.code = code;
    if (httpStatus !== undefined) this.httpStatus = httpStatus;
  }
}
