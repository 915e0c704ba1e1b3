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
  /** When it was registered last, milliseconds since the Unix epoch. */
  onboardedAt: number | undefined;
  /** When it was registered or deregistered, milliseconds since the Unix epoch. */
  readonly registrations: number[] = [];
  /**
   * Lets messages fail (131047) that are no templates and go to users who have not written to or called the number for 24
   * hours.
   */
  enforceWindow = false;
  /** Refuses messages (131056) that exceed the limit of one number to one user. */
  limitPairs = false;
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
  /** Compliance information (India), in Meta's names. */
  complianceInfo: JsonObject | undefined;
  /** What was asked for of the WhatsApp Business app: `smb_app_state_sync`, `history`. */
  readonly appDataRequests = new Set<string>();
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

/** Id of the business profile of a number. */
export function profileIdOf(phoneNumberId: string): string {
  return `5${phoneNumberId.slice(1)}`;
}
