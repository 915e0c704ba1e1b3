import type { UploadedBusinessKey } from '../../config/business-key-store.interface';
import type { FlowKeyRing } from './flow-key-ring';

/**
 * Whether requests can be opened. `ready`: they can. `missing`: Meta has no public key for the number. `mismatch`: the one
 * it has belongs to none of the private keys. `unsigned`: it fits, but Meta's signature of it is not valid, so phones do
 * not take it.
 */
export type FlowKeyState = 'ready' | 'missing' | 'mismatch' | 'unsigned';

/** The private keys beside the public key that Meta holds for a number. @publicApi */
export interface FlowKeyCheck {
  readonly state: FlowKeyState;
  /** Place of the private key that fits, counted from 0, the newest. */
  readonly index?: number;
  /** What Meta holds. */
  readonly uploaded?: UploadedBusinessKey;
}

/** Compares the public key that Meta holds with the private keys. */
export function checkFlowKey(
  uploaded: UploadedBusinessKey | undefined,
  keys: Pick<FlowKeyRing, 'indexOf'>,
): FlowKeyCheck {
  if (!uploaded) return { state: 'missing' };
  const index = keys.indexOf(uploaded.publicKey);
  if (index === -1) return { state: 'mismatch', uploaded };
  const { signatureStatus = 'VALID' } = uploaded;
  return { state: signatureStatus === 'VALID' ? 'ready' : 'unsigned', index, uploaded };
}
