/** Limits of a decryption. @publicApi */
export interface FlowMediaOptions {
  /**
   * Largest file, bytes.
   * @default 26214400 (25 MiB, what the pickers allow)
   */
  readonly maxBytes?: number | undefined;
}
