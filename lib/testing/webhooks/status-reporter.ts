import type { BusinessMessage, MessageStatus } from '../model/business-message';
import type { EmulatorState } from '../model/emulator-state';
import type { UserProfile } from '../model/user-profile.interface';
import { statusItem } from './webhook-builders';
import type { StatusFailure } from './webhook-builders';
import type { Sending, WebhookSender } from './webhook-sender';

/** A step of a message that is to be reported. */
export interface StatusStep {
  readonly message: BusinessMessage;
  readonly status: MessageStatus;
  /** The participants of a group it is about. @default all, for the steps that participants take */
  readonly participants?: readonly UserProfile[];
  readonly failure?: StatusFailure;
}

const TAKEN_BY_PARTICIPANTS = new Set<MessageStatus>(['delivered', 'read', 'played']);

/** Tells the application how far its messages have come. */
export class StatusReporter {
  constructor(
    private readonly state: EmulatorState,
    private readonly webhooks: WebhookSender,
    private readonly automatic: readonly MessageStatus[],
  ) {}

  /** Reports steps in one webhook. */
  report(steps: readonly StatusStep[]): Sending {
    for (const step of steps) this.mark(step);
    return this.webhooks.send(steps.flatMap((step) => this.itemsOf(step)));
  }

  /** Reports what comes by itself after a send, one webhook after the other. */
  async reportAccepted(message: BusinessMessage): Promise<void> {
    for (const status of this.automatic) await this.reportIfConnected({ message, status });
  }

  /** Marks the step, and reports it when there is an application to tell. */
  async reportIfConnected(step: StatusStep): Promise<void> {
    if (this.webhooks.connected) await this.report([step]).answered;
    else this.mark(step);
  }

  private mark({ message, status, failure }: StatusStep): void {
    message.mark(status, failure?.code);
    this.state.transcript.add({ kind: 'status', at: this.state.clock.now(), message, status });
  }

  private itemsOf({ message, status, participants, failure }: StatusStep) {
    const number = this.state.numbers.get(message.phoneNumberId);
    if (!number) return [];
    const at = this.state.clock.now();
    const about =
      message.groupId !== undefined && TAKEN_BY_PARTICIPANTS.has(status)
        ? (participants ?? message.recipients)
        : [undefined];
    return about.map((participant) => statusItem(number, { message, status, at, participant, failure }));
  }
}
