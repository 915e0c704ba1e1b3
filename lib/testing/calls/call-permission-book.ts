import type { EmulatorClock } from '../emulator-clock';
import type { JsonObject } from '../model/json';

const DAY_MS = 24 * 60 * 60 * 1000;
const WEEK_MS = 7 * DAY_MS;

/** Requests for permission that may be sent to a user. */
const REQUESTS_A_DAY = 1;
const REQUESTS_A_WEEK = 2;
/** Calls to a user that may be connected within a day. */
export const CALLS_A_DAY = 100;
/** Calls that nobody takes, one after the other, after which Meta takes the permission away. */
const MISSED_CALLS = 4;

interface Page {
  permanent: boolean;
  /** End of the permission, milliseconds since the Unix epoch; 0 when there is none. */
  until: number;
  missed: number;
  requests: number[];
  connected: number[];
}

/** Who lets whom call, and how often that was made use of. */
export class CallPermissionBook {
  private readonly pages = new Map<string, Page>();

  constructor(private readonly clock: EmulatorClock) {}

  /** The user lets the number call: for a week, or without an end. */
  grant(phoneNumberId: string, userId: string, permanent: boolean): number | undefined {
    const page = this.page(phoneNumberId, userId);
    Object.assign(page, { permanent, until: this.clock.now() + WEEK_MS, missed: 0 });
    return permanent ? undefined : page.until;
  }

  revoke(phoneNumberId: string, userId: string): void {
    Object.assign(this.page(phoneNumberId, userId), { permanent: false, until: 0 });
  }

  allows(phoneNumberId: string, userId: string): boolean {
    const { permanent, until } = this.page(phoneNumberId, userId);
    return permanent || until > this.clock.now();
  }

  isPermanent(phoneNumberId: string, userId: string): boolean {
    return this.page(phoneNumberId, userId).permanent;
  }

  requested(phoneNumberId: string, userId: string): void {
    this.page(phoneNumberId, userId).requests.push(this.clock.now());
  }

  /** A connected call resets the limits of requests; one that the business made counts. */
  connected(phoneNumberId: string, userId: string, byBusiness: boolean): void {
    const page = this.page(phoneNumberId, userId);
    page.requests = [];
    page.missed = 0;
    if (byBusiness) page.connected.push(this.clock.now());
  }

  missed(phoneNumberId: string, userId: string): void {
    const page = this.page(phoneNumberId, userId);
    if (++page.missed >= MISSED_CALLS) this.revoke(phoneNumberId, userId);
  }

  mayRequest(phoneNumberId: string, userId: string): boolean {
    return this.requestLimits(this.page(phoneNumberId, userId)).every(({ left }) => left > 0);
  }

  /** When the next call is allowed, milliseconds since the Unix epoch; undefined when it is now. */
  nextCallAt(phoneNumberId: string, userId: string): number | undefined {
    return this.limit(this.page(phoneNumberId, userId).connected, DAY_MS, CALLS_A_DAY).freeAt;
  }

  /** The answer of the `call_permissions` endpoint. */
  answer(phoneNumberId: string, userId: string): JsonObject {
    const page = this.page(phoneNumberId, userId);
    const allowed = this.allows(phoneNumberId, userId);
    const requests = this.requestLimits(page);
    const calls = this.limit(page.connected, DAY_MS, CALLS_A_DAY);
    const temporary = allowed && !page.permanent;
    return {
      messaging_product: 'whatsapp',
      permission: {
        status: page.permanent ? 'permanent' : temporary ? 'temporary' : 'no_permission',
        ...(temporary && { expiration_time: Math.floor(page.until / 1000) }),
      },
      actions: [
        {
          action_name: 'send_call_permission_request',
          can_perform_action: !page.permanent && requests.every(({ left }) => left > 0),
          limits: requests.map(({ wire }) => wire),
        },
        { action_name: 'start_call', can_perform_action: allowed && calls.left > 0, limits: [calls.wire] },
      ],
    };
  }

  clear(): void {
    this.pages.clear();
  }

  private requestLimits({ requests }: Page) {
    return [this.limit(requests, DAY_MS, REQUESTS_A_DAY), this.limit(requests, WEEK_MS, REQUESTS_A_WEEK)];
  }

  private limit(times: readonly number[], periodMs: number, max: number) {
    const recent = times.filter((at) => at > this.clock.now() - periodMs);
    const [oldest] = recent;
    const left = Math.max(0, max - recent.length);
    const freeAt = left === 0 && oldest !== undefined ? oldest + periodMs : undefined;
    const wire: JsonObject = {
      time_period: periodMs === DAY_MS ? 'PT24H' : 'P7D',
      max_allowed: max,
      current_usage: recent.length,
      ...(freeAt !== undefined && { limit_expiration_time: Math.floor(freeAt / 1000) }),
    };
    return { left, freeAt, wire };
  }

  private page(phoneNumberId: string, userId: string): Page {
    const key = `${phoneNumberId} ${userId}`;
    const page = this.pages.get(key) ?? {
      permanent: false,
      until: 0,
      missed: 0,
      requests: [],
      connected: [],
    };
    this.pages.set(key, page);
    return page;
  }
}
