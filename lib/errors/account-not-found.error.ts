import { WhatsAppError } from './whatsapp.error';

/**
 * The account resolver knows no account for a phone number id or WhatsApp Business Account (WABA) id.
 * @publicApi
 */
export class AccountNotFoundError extends WhatsAppError {
  /** Which id was asked for. */
  readonly missing: 'phoneNumberId' | 'wabaId' | 'default';
  readonly #ref: { readonly phoneNumberId?: string | undefined; readonly wabaId?: string | undefined };

  constructor(ref: { readonly phoneNumberId?: string | undefined; readonly wabaId?: string | undefined }) {
    const missing =
      ref.phoneNumberId !== undefined ? 'phoneNumberId' : ref.wabaId !== undefined ? 'wabaId' : 'default';
    super(
      missing === 'default'
        ? 'No default account: set `accessToken` in the module options, let the account resolver answer an empty reference, or pass `phoneNumberId` with the call.'
        : `No account is known for the ${missing} ending in ${String(ref[missing]).slice(-4)}. The account resolver of the module options must return one.`,
    );
    this.missing = missing;
    this.#ref = { phoneNumberId: ref.phoneNumberId, wabaId: ref.wabaId };
  }

  /** The reference that was asked for; left out of `util.inspect` and JSON. */
  get ref(): { readonly phoneNumberId?: string | undefined; readonly wabaId?: string | undefined } {
    return this.#ref;
  }
}
