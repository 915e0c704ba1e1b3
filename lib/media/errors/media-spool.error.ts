import { WhatsAppError } from '../../errors/whatsapp.error';

/**
 * A large file could not be kept in the temporary folder of this machine until it was checked.
 * @publicApi
 */
export class MediaSpoolError extends WhatsAppError {
  /** Code of Node.js, e.g. `ENOSPC` or `EROFS`. */
  declare readonly code?: string;

  constructor(code: string | undefined) {
    super(
      `the temporary folder cannot hold the file until it is checked${code === undefined ? '' : ` (${code})`}. ` +
        'Name a writable folder with room by the environment variable TMPDIR, or use `decrypt`, which needs none.',
    );
    if (code !== undefined) this.code = code;
  }
}
