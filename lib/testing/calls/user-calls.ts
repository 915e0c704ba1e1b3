import { EmulatorError } from '../emulator.error';
import type { EmulatedNumber } from '../model/emulated-number.interface';
import type { EmulatorState } from '../model/emulator-state';
import type { JsonObject } from '../model/json';
import { isObject } from '../model/json';
import type { Person } from '../model/person';
import type { CallExchange } from './call-exchange';
import { isOpen } from './opening-hours';
import { UserCall } from './user-call';
import type { ExpectCallOptions } from './user-call';

/** How a user calls. @publicApi */
export interface PlaceCallOptions {
  /** Business phone number id that is called. @default the emulator's first number */
  phoneNumberId?: string;
  /** Payload of the call button in a message that was tapped. */
  button?: string;
  /** Payload of the call link that was opened; an empty text for a link without one. */
  link?: string;
}

/** What a user says to calls of the business. @publicApi */
export interface AllowCallsOptions {
  /** Business phone number id. @default the emulator's first number */
  phoneNumberId?: string;
  /** Without an end, else for 7 days. @default false */
  permanent?: boolean;
  /** Granted because the user called, not by a tap. @default false */
  automatic?: boolean;
}

/** The telephone of one virtual user. */
export class UserCalls {
  constructor(
    private readonly person: Person,
    private readonly state: EmulatorState,
    private readonly exchange: CallExchange,
    private readonly explain: () => string,
  ) {}

  /** @throws EmulatorError when the user could not call: calling is off, closed, hidden, or on SIP */
  async place(number: EmulatedNumber, { button, link }: PlaceCallOptions): Promise<UserCall> {
    const { profile } = this.person;
    const calling = this.state.calling.settingsOf(number.phoneNumberId).feature('calling');
    const obstacle = this.obstacle(calling, button !== undefined || link !== undefined);
    if (obstacle !== undefined) throw new EmulatorError(`${profile.name} cannot call: ${obstacle}.`);
    const call = await this.exchange.userCalls(number, profile, {
      ...(button !== undefined && { cta_payload: button }),
      ...(link && { deeplink_payload: link }),
    });
    return new UserCall(call, this.exchange, this.explain);
  }

  async expect({ timeoutMs = 2000 }: ExpectCallOptions = {}): Promise<UserCall> {
    const call = await this.person.calls.expect(timeoutMs, this.explain);
    return new UserCall(call, this.exchange, this.explain);
  }

  /** Notes what the user said, and gives the message that tells the application. */
  permissionReply(number: EmulatedNumber, allowed: boolean, options: AllowCallsOptions): JsonObject {
    const { permissions } = this.state.calling;
    const { permanent = false, automatic = false } = options;
    const { userId } = this.person.profile;
    const until = allowed ? permissions.grant(number.phoneNumberId, userId, permanent) : undefined;
    if (!allowed) permissions.revoke(number.phoneNumberId, userId);
    return {
      type: 'interactive',
      interactive: {
        type: 'call_permission_reply',
        call_permission_reply: {
          response: allowed ? 'accept' : 'reject',
          ...(allowed && { is_permanent: permanent }),
          ...(until !== undefined && { expiration_timestamp: Math.floor(until / 1000) }),
          response_source: automatic ? 'automatic' : 'user_action',
        },
      },
    };
  }

  private obstacle(calling: JsonObject, invited: boolean): string | undefined {
    const { status, sip, call_icon_visibility: icon, call_hours: hours } = calling;
    if (status !== 'ENABLED') return 'calling is not enabled on the number';
    if (isObject(sip) && sip['status'] === 'ENABLED')
      return 'the number is on SIP, of which no webhooks tell';
    if (icon === 'DISABLE_ALL' && !invited) return 'the call button is hidden';
    if (!isOpen(hours, this.state.clock.now())) return 'it is outside of the call hours';
    return undefined;
  }
}
