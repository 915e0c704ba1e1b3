import { WhatsAppError } from '../../errors/whatsapp.error';

/** Why a download failed. */
export interface FlowMediaUnavailableInit {
  /** Status that the CDN answered with. */
  readonly httpStatus?: number | undefined;
  /** Code of Node.js or undici, e.g. `ECONNREFUSED`; `ETIMEDOUT` for nothing within `timeoutMs`. */
  readonly code?: string | undefined;
}

/**
 * WhatsApp's CDN does not give out a file of PhotoPicker or DocumentPicker, or not to its end. It keeps files for up to
 * 20 days. The error holds no addresses.
 * @publicApi
 */
export class FlowMediaUnavailableError extends WhatsAppError {
  /** The member of the file to blame. */
  readonly field = 'cdn_url';
  /** Status that the CDN answered with. */
  declare readonly httpStatus?: number;
  /** Code of Node.js or undici, e.g. `ECONNREFUSED`; `ETIMEDOUT` for nothing within `timeoutMs`. */
  declare readonly code?: string;

  constructor({ httpStatus, code }: FlowMediaUnavailableInit) {
    const why =
      httpStatus === undefined
        ? `it could not be fetched, or not to its end${code === undefined ? '' : ` (${code})`}`
        : `the CDN answered with HTTP ${httpStatus}`;
    const fix =
      httpStatus === undefined || httpStatus >= 500
        ? 'Download it again.'
        : 'Files are there for 20 days at most; ask the user to choose it once more.';
    super(`cdn_url: ${why}. ${fix}`);
    if (httpStatus !== undefined) this.httpStatus = httpStatus;
    if (code !== undefined) this.code = code;
  }
}
