/** A business phone number that the emulator serves. */
export interface EmulatedNumber {
  readonly phoneNumberId: string;
  /** The phone number as webhooks show it: digits, with the country code. */
  readonly displayPhoneNumber: string;
  /** WhatsApp Business Account that owns the number. */
  readonly wabaId: string;
  /** Token that may speak for the number. */
  readonly accessToken: string;
}
