/** A private key for flows: PEM text (PKCS#8 or PKCS#1), with its passphrase when it has one. @publicApi */
export interface FlowPrivateKey {
  /** `\n` written as two characters, as environment variables often hold it, is understood. */
  readonly key: string;
  readonly passphrase?: string | undefined;
}

/**
 * One private key, or several: newest first, then those that users may still have the public key of.
 * @publicApi
 */
export type FlowPrivateKeys = string | FlowPrivateKey | readonly (string | FlowPrivateKey)[];
