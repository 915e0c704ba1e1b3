import type { AccountRef, AccountResolver, WhatsAppAccount } from './account.interface';
import type { WhatsAppModuleOptions } from './whatsapp-options.interface';

/**
 * The account resolver of applications with one token: every phone number id and WABA id is served with the token of
 * the options, which also give the ids that are not asked for.
 */
export class OptionsAccountResolver implements AccountResolver {
  readonly #options: WhatsAppModuleOptions;

  constructor(options: WhatsAppModuleOptions) {
    this.#options = options;
  }

  resolve(ref: AccountRef): WhatsAppAccount | undefined {
    const { accessToken, phoneNumberId, wabaId } = this.#options;
    if (accessToken === undefined) return undefined;
    return {
      accessToken,
      phoneNumberId: ref.phoneNumberId ?? phoneNumberId,
      wabaId: ref.wabaId ?? wabaId,
    };
  }
}
