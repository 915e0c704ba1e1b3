import { WhatsAppError } from '../../errors/whatsapp.error';

/**
 * Check that failed: `metadata` (the keys and hashes that came with the file), `size`, `encrypted_hash` (another file),
 * `hmac` (altered), `decryption` (wrong key) or `plaintext_hash`.
 */
export type FlowMediaCheck =
  'metadata' | 'size' | 'encrypted_hash' | 'hmac' | 'decryption' | 'plaintext_hash';

/** A file from PhotoPicker or DocumentPicker is not the one that the user sent; nothing of it was released. @publicApi */
export class FlowMediaVerificationError extends WhatsAppError {
  constructor(
    readonly check: FlowMediaCheck,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(`The flow media cannot be trusted (${check}): ${reason}`, options);
  }
}
