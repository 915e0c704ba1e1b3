import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Find } from './account-parts';
import { AccountParts } from './account-parts';
import type { AccountRef } from '../config/account.interface';
import { SERVICES } from './service-table';
import type { ServiceName } from './whatsapp-services';
import { WhatsAppServices } from './whatsapp-services';

/**
 * All services behind one name, for applications that would rather not inject them one by one, and the same services for
 * other numbers and tenants.
 * @example
 * ```ts
 * constructor(private readonly whatsapp: WhatsApp) {}
 *
 * await this.whatsapp.messages.sendText({ to, body: 'Hello' });
 * await this.whatsapp.account(order.phoneNumberId).messages.sendText({ to, body: 'Hello' });
 * await this.whatsapp.account({ wabaId: tenant.wabaId }).templates.list();
 * ```
 * @publicApi
 */
@Injectable()
export class WhatsApp extends WhatsAppServices {
  private readonly find: Find;

  constructor(module: ModuleRef) {
    super();
    this.find = (token) => module.get(token);
  }

  /**
   * The services for one account: what a call would take as `phoneNumberId` or `wabaId` of its options need not be passed.
   * Options that name an account go before it, and so do events that are answered. Costs next to nothing: ask for it where
   * it is used.
   * @param account a phone number id, or what the account resolver takes
   * @throws PayloadValidationError when it names no account
   */
  account(account: string | AccountRef): WhatsAppServices {
    return new AccountServices(new AccountParts(this.find, account));
  }

  protected service<Name extends ServiceName>(name: Name): WhatsAppServices[Name] {
    return this.find<WhatsAppServices[Name]>(SERVICES[name].type);
  }
}

/** The services of one account, each made when it is first asked for. */
class AccountServices extends WhatsAppServices {
  private readonly made = new Map<ServiceName, WhatsAppServices[ServiceName]>();

  constructor(private readonly parts: AccountParts) {
    super();
  }

  protected service<Name extends ServiceName>(name: Name): WhatsAppServices[Name] {
    const known = this.made.get(name);
    if (known) return known as WhatsAppServices[Name];
    const { type, make } = SERVICES[name];
    const service = make ? make(this.parts) : this.parts.shared<WhatsAppServices[Name]>(type);
    this.made.set(name, service);
    return service;
  }
}
