import type { JsonObject } from './json';

/** A QR code of the emulator. */
export interface EmulatedQrCode {
  readonly code: string;
  readonly prefilledMessage: string;
}

/**
 * What the emulated platform holds about one phone number. Tests may set it: what is set here is what the API answers.
 * @publicApi
 */
export class NumberRecord {
  /** Display name. */
  verifiedName = 'Emulator';
  /** Display name that was asked for. */
  newDisplayName: string | undefined;
  codeVerificationStatus: 'VERIFIED' | 'NOT_VERIFIED' | 'EXPIRED';
  /** The verification code that was sent last; undefined when there is none. */
  verificationCode: string | undefined;
  /** Whether the number is registered on the Cloud API. */
  registered: boolean;
  /** Two-step PIN. */
  pin: string | undefined;
  /** When it was registered or deregistered, milliseconds since the Unix epoch. */
  readonly registrations: number[] = [];
  qualityRating = 'GREEN';
  throughput = 'STANDARD';
  searchVisibility = 'VISIBLE';
  /** Answer of `health_status`. */
  canSendMessage: 'AVAILABLE' | 'LIMITED' | 'BLOCKED' = 'AVAILABLE';
  /** Callback override. */
  callbackUrl: string | undefined;
  isOfficialBusinessAccount = false;
  /** Status of the application for an official business account. */
  officialAccountStatus = 'NOT_STARTED';
  username: string | undefined;
  /** Status of usernames when they are set. */
  usernameStatus = 'approved';
  /** Names that are held for the business. */
  usernameSuggestions: readonly string[] = [];
  /** Public key, PEM. */
  publicKey: string | undefined;
  /** Business profile, in Meta's names. */
  profile: JsonObject = {};
  /** Conversational automation, in Meta's names. */
  automation: JsonObject = {};
  isCartEnabled = true;
  isCatalogVisible = false;
  readonly qrCodes = new Map<string, EmulatedQrCode>();
  /** The block list, by phone number or user id. */
  readonly blocked = new Map<string, JsonObject>();

  /** @param live whether it is verified and registered already */
  constructor(live: boolean) {
    this.codeVerificationStatus = live ? 'VERIFIED' : 'NOT_VERIFIED';
    this.registered = live;
  }
}
