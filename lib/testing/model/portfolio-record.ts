/** A number that a partner verifies in advance. @publicApi */
export interface EmulatedPreverifiedNumber {
  readonly id: string;
  /** Digits with country code. */
  readonly phone: string;
  /** The code that was sent last. */
  code: string | undefined;
  /** Milliseconds since the Unix epoch; undefined until it is verified. */
  verifiedAt: number | undefined;
  /** Portfolios that it is shared with. */
  readonly partners: Set<string>;
}

/** A credit line that a customer shares. @publicApi */
export interface EmulatedAllocation {
  readonly id: string;
  readonly creditLineId: string;
  readonly receivingBusinessId: string;
  /** What pays: the `primary_funding_id` of the account that it is attached to. */
  readonly credentialId: string;
  revoked: boolean;
}

/** What the emulated platform holds about a business portfolio. @publicApi */
export class PortfolioRecord {
  name = 'Emulator';
  verificationStatus = 'verified';
  /** Whether the terms of In-App Signup were accepted. */
  termsAccepted = false;
  /** Whether some partner has invited it to the Marketing Messages API. */
  invited = false;
  /** Customer bases by id, with their names. */
  readonly customerBases = new Map<string, string>();
  readonly preverifiedNumbers = new Map<string, EmulatedPreverifiedNumber>();
  /** Ids of the credit lines, with the name of the legal entity. Only tests add some. */
  readonly creditLines = new Map<string, string>();
  readonly allocations = new Map<string, EmulatedAllocation>();

  constructor(readonly id: string) {}
}
