import type { AccountRef } from './account.interface';

/** Which number, and when to give up. */
export interface BusinessKeyQuery extends AccountRef {
  readonly signal?: AbortSignal | undefined;
  /** Longest wait, milliseconds. @default the module's `http.timeoutMs` */
  readonly timeoutMs?: number | undefined;
}

/** The public key that Meta holds for a number. */
export interface UploadedBusinessKey {
  /** PEM. */
  readonly publicKey: string;
  /** `MISMATCH`: upload the key again, e.g. after the number was registered anew. */
  readonly signatureStatus?: 'VALID' | 'MISMATCH' | (string & {}) | undefined;
}

/**
 * Reads and replaces the public key that Meta holds for a number. Capabilities do not import each other: who needs to know
 * whether a private key fits takes this by its token.
 */
export interface BusinessKeyStore {
  /** @throws GraphApiError, TransportError */
  get(query?: BusinessKeyQuery): Promise<UploadedBusinessKey | undefined>;
  /** @throws PayloadValidationError, GraphApiError, TransportError */
  setPublicKey(publicKey: string, query?: BusinessKeyQuery): Promise<void>;
}

/** Injection token of the business keys. */
export const BusinessKeyStore = Symbol.for('nestjs-whatsapp-cloud:business-key-store');
