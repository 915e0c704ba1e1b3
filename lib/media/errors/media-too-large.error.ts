import { WhatsAppError } from '../../errors/whatsapp.error';

/** What a `MediaTooLargeError` is made of. */
export interface MediaTooLargeInit {
  /** The limit, bytes. */
  readonly maxBytes: number;
  /** Size of the media, bytes, where it is known. */
  readonly size?: number | undefined;
  /** What the limit is about, e.g. `image/png`. */
  readonly subject: string;
  /** The member of the call that is to blame or that sets the limit. */
  readonly field: 'source' | 'maxBytes';
  /** What to do. */
  readonly fix: string;
}

/**
 * Media is larger than its limit. An upload is refused before it begins when the size is known, else cut off where the
 * limit is passed; a download is refused or cut off likewise.
 * @publicApi
 */
export class MediaTooLargeError extends WhatsAppError {
  /** The limit, bytes. */
  readonly maxBytes: number;
  /** Size of the media, bytes; absent when it was not known beforehand. */
  declare readonly size?: number;
  /** The member of the call that is to blame or that sets the limit. */
  readonly field: 'source' | 'maxBytes';

  constructor({ maxBytes, size, subject, field, fix }: MediaTooLargeInit) {
    const found = size === undefined ? 'more than that came' : `it has ${size}`;
    super(`${field}: ${subject} may have ${maxBytes} bytes at most, and ${found}. ${fix}`);
    this.maxBytes = maxBytes;
    this.field = field;
    if (size !== undefined) this.size = size;
  }
}
