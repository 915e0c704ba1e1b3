/** A multi-partner solution. */
export interface EmulatedSolution {
  readonly id: string;
  readonly name: string;
  readonly partnerAppId: string;
  readonly ownerPermissions: readonly string[];
  readonly partnerPermissions: readonly string[];
  /** `INITIATED`, `ACTIVE`, `REJECTED`, `DEACTIVATED`. */
  status: string;
  /** `PENDING_ACTIVATION`, `PENDING_DEACTIVATION`, `NONE`. */
  pending: string;
}
