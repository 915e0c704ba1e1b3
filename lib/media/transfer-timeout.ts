import type { WhatsAppModuleOptions } from '../config/whatsapp-options.interface';

/** Slowest upload that is waited for, bytes in a millisecond: 128 kB a second. */
const BYTES_PER_MS = 128;

/** Longest wait for the answer to a large body, milliseconds: that for a small one, and more for the bytes. */
export function transferTimeoutMs({ http }: Pick<WhatsAppModuleOptions, 'http'>, bytes: number): number {
  return (http?.timeoutMs ?? 30_000) + Math.ceil(bytes / BYTES_PER_MS);
}
