import type { BeforeApplicationShutdown, OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { Inject, Injectable, Optional } from '@nestjs/common';
import type { Subscription } from 'rxjs';
import type { PacedSend } from './config/send-pacer.interface';
import { SendPacer } from './config/send-pacer.interface';
import { SendWindow } from './config/send-window.interface';
import { userKey } from './config/user-key';
import type { Envelope } from './events/envelope.interface';
import { WhatsAppEvents } from './events/whatsapp-events.service';
import { errorsOf } from './errors/webhook-errors';
import { SendOutcomes } from './graph/send-outcomes.service';
import { isWindowClosed } from './messages/outside-window.policy';
import { TemplateFallbacks } from './messages/template-fallbacks.service';
import { NumberThroughput } from './pacing/number-throughput';
import type { WebhookError } from './wire/error';
import type { FailedStatus, MessageStatusBase } from './wire/inbound/status';

type StatusEvent = Pick<Envelope, 'phoneNumberId' | 'timestamp' | 'receivedAt' | 'chat'>;

/**
 * Tells senders what webhooks say of their messages: outcomes of sends whose answer was lost, failures outside the
 * customer-service window, limits that were exceeded, upgrades of throughput. It takes streams, which count as no
 * handlers and are not waited for, and statuses only from the moment when somebody needs them.
 */
@Injectable()
export class SendingSubscriber implements OnModuleInit, BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly subscriptions: Subscription[] = [];

  constructor(
    private readonly events: WhatsAppEvents,
    private readonly outcomes: SendOutcomes,
    private readonly fallbacks: TemplateFallbacks,
    private readonly throughput: NumberThroughput,
    @Inject(SendWindow) private readonly window: SendWindow,
    @Optional() @Inject(SendPacer) private readonly pacer?: SendPacer,
  ) {}

  onModuleInit(): void {
    this.outcomes.statuses.provide(() => this.follow(() => this.followOutcomes()));
    this.fallbacks.failures.provide(() => this.follow(() => this.followFailures()));
    if (this.window.tracking) this.fallbacks.failures.need();
    const { pacer } = this;
    if (!pacer) return;
    this.follow(() => this.followThrottling(pacer));
    this.follow(() =>
      this.events.stream('phone_number.quality_update').subscribe(({ payload }) => {
        if (payload.event === 'THROUGHPUT_UPGRADE') this.throughput.forget();
      }),
    );
  }

  /** Templates that stand in for messages may still be on their way. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.fallbacks.settled();
  }

  onApplicationShutdown(): void {
    for (const subscription of this.subscriptions) subscription.unsubscribe();
  }

  private follow(subscribe: () => Subscription): void {
    this.subscriptions.push(subscribe());
  }

  private followOutcomes(): Subscription {
    return this.events.stream('status.*').subscribe(({ payload }) => {
      const {
        id,
        biz_opaque_callback_data: correlation,
        status,
      } = payload as MessageStatusBase & {
        readonly status?: string;
      };
      if (typeof id !== 'string' || typeof correlation !== 'string') return;
      const recipients = recipientsOf(payload);
      this.outcomes.observe({ messageId: id, correlation, recipients, status: status ?? 'unknown' });
    });
  }

  private followFailures(): Subscription {
    return this.events.stream('status.failed').subscribe((event) => {
      const { payload } = event;
      if (!errorsOf(payload.errors).some(isWindowClosed)) return;
      this.fallbacks.failed(payload.id);
      this.noteClosed(event, payload);
    });
  }

  /** Meta tells of limits that were exceeded also later: of a pair and of a number by statuses, of a number by itself. */
  private followThrottling(pacer: SendPacer): Subscription {
    return this.events.stream(['status.failed', 'error.messages']).subscribe((event) => {
      const { phoneNumberId, wabaId, payload } = event;
      if (phoneNumberId === undefined) return;
      const status = 'errors' in payload ? (payload as FailedStatus) : undefined;
      const errors = status?.errors ?? [payload as WebhookError];
      const [recipient = ''] = status ? recipientsOf(status) : [];
      const send: PacedSend = {
        phoneNumberId,
        account: { phoneNumberId, wabaId },
        recipient: userKey(recipient),
        priority: 'utility',
      };
      for (const error of errorsOf(errors)) {
        if (error.category === 'throttling') pacer.report(send, { error });
      }
    });
  }

  private noteClosed(event: StatusEvent, payload: FailedStatus): void {
    const { phoneNumberId, timestamp, receivedAt, chat } = event;
    if (phoneNumberId === undefined || chat?.type === 'group') return;
    for (const user of recipientsOf(payload)) {
      void this.window.closed({ phoneNumberId, user }, timestamp ?? receivedAt);
    }
  }
}

/** All ids that the recipient goes by. Meta spells the parent id in three ways. */
function recipientsOf(status: MessageStatusBase): string[] {
  const ids = [
    status.recipient_id,
    status.recipient_user_id,
    status.recipient_parent_user_id ?? status.parent_recipient_user_id ?? status.parent_user_id,
  ];
  return ids.filter((recipient): recipient is string => typeof recipient === 'string');
}
