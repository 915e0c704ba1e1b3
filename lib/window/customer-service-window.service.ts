import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock } from '../config/clock';
import type { SendWindow, WindowRef, WindowState } from '../config/send-window.interface';
import { userKey } from '../config/user-key';
import type { WhatsAppModuleOptions } from '../config/whatsapp-options.interface';
import { WHATSAPP_OPTIONS } from '../config/whatsapp.constants';
import type { WindowEntry, WindowStore } from '../config/window-options.interface';
import { MemoryWindowStore } from './memory-window.store';
import type { WindowEventLike } from './window-event';
import { opensWindow, userKeysOf } from './window-event';

/** How long a user can be written to after the last message or call. */
const WINDOW_MS = 24 * 60 * 60 * 1000;

/**
 * Knows which users may be written to freely: those who wrote to or called the number within 24 hours. It is fed by the
 * webhook events when the option `window` is given. What it says is advice: Meta decides.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages
 * @publicApi
 */
@Injectable()
export class CustomerServiceWindow implements SendWindow {
  /** @inheritdoc */
  readonly tracking: boolean;
  /** @inheritdoc */
  readonly outsideWindow: 'try' | 'throw';
  private readonly logger = new Logger('WhatsApp');
  private readonly store: WindowStore;

  constructor(
    @Inject(WHATSAPP_OPTIONS) { window }: Pick<WhatsAppModuleOptions, 'window'>,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    this.tracking = window != null;
    this.outsideWindow = window?.outsideWindow ?? 'try';
    this.store = window?.store ?? new MemoryWindowStore(clock, window?.maxUsers ?? 100_000);
  }

  /**
   * Takes note of a message or a call; harmless for any other event, and when it is told twice or late. A store that fails
   * is logged.
   */
  async observe(event: WindowEventLike): Promise<void> {
    const { phoneNumberId, timestamp, receivedAt } = event;
    if (!this.tracking || phoneNumberId === undefined || !opensWindow(event)) return;
    const entry: WindowEntry = { at: Math.min(timestamp ?? receivedAt, this.clock.now()), open: true };
    for (const user of userKeysOf(event)) await this.remember(`${phoneNumberId}:${user}`, entry);
  }

  /** @inheritdoc */
  async closed({ phoneNumberId, user }: WindowRef, at: number): Promise<void> {
    if (!this.tracking) return;
    await this.remember(`${phoneNumberId}:${userKey(user)}`, { at, open: false });
  }

  /** Whether a user can be written to freely. A store that fails knows nothing. */
  async stateOf(ref: WindowRef): Promise<WindowState> {
    const { entry, since } = await this.look(ref);
    const now = this.clock.now();
    if (entry) return entry.open && now - entry.at < WINDOW_MS ? 'open' : 'closed';
    return since !== undefined && now - since >= WINDOW_MS ? 'closed' : 'unknown';
  }

  /** When the window of a user closes, milliseconds since the Unix epoch; undefined when it is not known to be open. */
  async closesAt(ref: WindowRef): Promise<number | undefined> {
    const { entry } = await this.look(ref);
    const end = entry?.open ? entry.at + WINDOW_MS : 0;
    return end > this.clock.now() ? end : undefined;
  }

  private async look({
    phoneNumberId,
    user,
  }: WindowRef): Promise<{ entry?: WindowEntry | undefined; since?: number | undefined }> {
    if (!this.tracking) return {};
    try {
      const entry = await this.store.get(`${phoneNumberId}:${userKey(user)}`);
      return entry ? { entry } : { since: await this.store.completeSince?.() };
    } catch (error) {
      this.warn('read', error);
      return {};
    }
  }

  private async remember(key: string, entry: WindowEntry): Promise<void> {
    try {
      await this.store.put(key, entry);
    } catch (error) {
      this.warn('written to', error);
    }
  }

  private warn(what: string, error: unknown): void {
    const name = error instanceof Error ? error.name : 'unknown error';
    this.logger.warn(`The store of the customer-service windows could not be ${what}: ${name}`);
  }
}
