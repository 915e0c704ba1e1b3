import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../config/clock';
import { CallingUnavailableWithSipError } from './errors/calling-unavailable-with-sip.error';

/**
 * How long it is believed that SIP is on, milliseconds. Turning it off elsewhere (in WhatsApp Manager) reaches only
 * applications that are subscribed to `account_settings_update`.
 */
const BELIEVED_MS = 15 * 60 * 1000;

/**
 * Remembers on which numbers SIP is enabled, where the call endpoints do not work. It is told by the settings that this
 * process reads and writes, and by `account.settings_update` events; it asks nobody.
 */
@Injectable()
export class SipStatusStore {
  /** Until when it is believed, milliseconds since the Unix epoch. */
  private readonly enabledUntil = new Map<string, number>();

  constructor(@Inject(Clock) private readonly clock: Clock) {}

  /** Takes note of what was learned about a number. */
  note(phoneNumberId: string, enabled: boolean): void {
    if (enabled) this.enabledUntil.set(phoneNumberId, this.clock.now() + BELIEVED_MS);
    else this.enabledUntil.delete(phoneNumberId);
  }

  /** @throws CallingUnavailableWithSipError when SIP is known to be enabled on the number */
  assertGraphCalls(phoneNumberId: string | undefined): void {
    if (phoneNumberId === undefined) return;
    const until = this.enabledUntil.get(phoneNumberId);
    if (until === undefined) return;
    if (until > this.clock.now()) throw new CallingUnavailableWithSipError();
    this.enabledUntil.delete(phoneNumberId);
  }
}
