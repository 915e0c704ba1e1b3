import { createHash } from 'node:crypto';

/**
 * Makes ids that look like Meta's and are the same in every run: each is derived from the seed and a counter.
 */
export class Identifiers {
  private counter = 0;

  constructor(private readonly seed: string) {}

  /** Message id. Meta's hold the chat, the direction and 20 hex digits. */
  message(chat: string, direction: 'inbound' | 'outbound'): string {
    const bytes = Buffer.concat([
      Buffer.from([0x1c, 0x18, Math.min(chat.length, 0xff)]),
      Buffer.from(chat.slice(0, 0xff), 'latin1'),
      Buffer.from([0x15, 0x02, 0x00, direction === 'inbound' ? 0x12 : 0x11, 0x18, 0x14]),
      Buffer.from(this.hex(20).toUpperCase(), 'latin1'),
      Buffer.from([0x00]),
    ]);
    return `wamid.${bytes.toString('base64')}`;
  }

  /** Media id: 15 digits. */
  media(): string {
    return `9${this.digits(14)}`;
  }

  /** Id of a file that a user picked in a flow: a UUID. */
  flowMedia(): string {
    const hex = this.hex(32);
    return [0, 8, 12, 16, 20].map((from, i, all) => hex.slice(from, all[i + 1])).join('-');
  }

  /** Template id: 15 digits. */
  template(): string {
    return `7${this.digits(14)}`;
  }

  /** Flow id: 15 digits. */
  flow(): string {
    return `6${this.digits(14)}`;
  }

  /** Id of anything else: 15 digits. */
  node(): string {
    return `8${this.digits(14)}`;
  }

  /** Group id: text without padding, as Meta's. */
  group(displayPhoneNumber: string): string {
    return Buffer.from(`capi_group:${displayPhoneNumber}:1203630${this.digits(11)}`).toString('base64url');
  }

  /** Id of a request about a group, or of a user who wants to join. */
  groupRequest(): string {
    return this.hex(16);
  }

  /** Invite link of a group. */
  inviteLink(): string {
    return `https://chat.whatsapp.com/${this.hex(22)}`;
  }

  /** Business-scoped user id (BSUID). */
  user(): string {
    return `US.${this.digits(20)}`;
  }

  /** A phone number of the range that is reserved for examples. */
  phone(): string {
    return `1555010${(2000 + ++this.counter).toString().padStart(4, '0')}`;
  }

  /** Business phone number id: 15 digits. */
  number(): string {
    return `2${this.digits(14)}`;
  }

  /** Code of a QR code: 14 letters and digits. */
  qrCode(): string {
    return BigInt(`0x${this.hex(20)}`)
      .toString(32)
      .toUpperCase()
      .slice(-14)
      .padStart(14, 'A');
  }

  /** Verification code of a phone number: 6 digits. */
  verificationCode(): string {
    return this.digits(6);
  }

  /** The `fbtrace_id` of an error. */
  trace(): string {
    return `A${Buffer.from(this.hex(16), 'hex').toString('base64url').slice(0, 10)}`;
  }

  /** The challenge of a webhook verification. */
  challenge(): string {
    return `1${this.digits(9)}`;
  }

  private hex(length: number): string {
    return createHash('sha256').update(`${this.seed}:${++this.counter}`).digest('hex').slice(0, length);
  }

  private digits(length: number): string {
    const number = BigInt(`0x${this.hex(48)}`) % 10n ** BigInt(length);
    return number.toString().padStart(length, '0');
  }
}
