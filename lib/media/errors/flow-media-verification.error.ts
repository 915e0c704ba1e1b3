import { WhatsAppError } from '../../errors/whatsapp.error';

/**
 * Check that failed: `metadata` (the keys and hashes that came with the file), `size`, `encrypted_hash` (another file),
 * `hmac` (altered), `decryption` (wrong key) or `plaintext_hash`.
 */
export type FlowMediaCheck =
  'metadata' | 'size' | 'encrypted_hash' | 'hmac' | 'decryption' | 'plaintext_hash';

const AGAIN =
  'Discard it and download it again; if that fails too, ask the user to choose the file once more.';
const KEYS =
  'Pass `encryption_metadata` as it came with this file, and ask the user to choose the file once more.';

const reasons: Readonly<Record<Exclude<FlowMediaCheck, 'metadata'>, string>> = {
  size: `its length is not that of an encrypted file. ${AGAIN}`,
  encrypted_hash: `the SHA-256 of the downloaded bytes is another one. ${AGAIN}`,
  hmac: `its authentication code is wrong. ${KEYS}`,
  decryption: `the encryption key does not fit. ${KEYS}`,
  plaintext_hash: `the SHA-256 of the decrypted bytes is another one. ${KEYS}`,
};

/** A file from PhotoPicker or DocumentPicker is not the one that the user sent; nothing of it was released. @publicApi */
export class FlowMediaVerificationError extends WhatsAppError {
  /** The member of the file to blame, e.g. `encryption_metadata.iv`. */
  readonly field: string;

  constructor(
    /** The check that failed. */
    readonly check: FlowMediaCheck,
    /** For `metadata`: which member of it is wrong, and what it must be. */
    wrong?: { readonly member: string; readonly message: string },
  ) {
    const field = fieldOf(check, wrong?.member);
    const reason =
      check === 'metadata' ? `${wrong?.message ?? 'must be an object'}. ${KEYS}` : reasons[check];
    super(`${field}: the flow media cannot be trusted (${check}): ${reason}`);
    this.field = field;
  }
}

function fieldOf(check: FlowMediaCheck, member: string | undefined): string {
  if (check === 'size') return 'cdn_url';
  const own: Partial<Record<FlowMediaCheck, string>> = {
    hmac: 'hmac_key',
    decryption: 'encryption_key',
    metadata: member ?? '',
  };
  const name = own[check] ?? check;
  return name === '' ? 'encryption_metadata' : `encryption_metadata.${name}`;
}
