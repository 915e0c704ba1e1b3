import { Inject, Injectable } from '@nestjs/common';
import { Subject } from 'rxjs';
import type { TimerHandle } from '../config/clock';
import { Clock } from '../config/clock';
import { OnDemand } from '../config/on-demand';
import { RecentMap } from '../config/recent-map';
import { userKey } from '../config/user-key';
import type { SendOutcome } from '../errors/send-outcome-unknown.error';
import { SendOutcomeUnknownError } from '../errors/send-outcome-unknown.error';

/** How long a status may tell of a send whose answer was lost, milliseconds. */
const GRACE_MS = 600_000;
/** Sends with a lost answer remembered at most; the oldest are given up first. */
const MAX_LOST = 10_000;
/** Ids of messages that belong to a send already, remembered at most. */
const MAX_KNOWN = 10_000;

/** A status webhook, as far as it matters here. */
export interface ReportedStatus {
  readonly messageId: string;
  readonly correlation: string;
  /** The ids that the recipient goes by. */
  readonly recipients: readonly string[];
  readonly status: string;
}

/** A send whose answer was lost, and what became of it. @publicApi */
export interface SettledSend {
  /** The application's own text in the message, as it was sent; see `decodeCorrelation`. */
  readonly correlation: string;
  readonly outcome: SendOutcome;
}

/** A send that is on its way. Exactly one of its methods is called, once. */
export interface WatchedSend {
  /** Meta accepted it. */
  answered(messageId: string): void;
  /** It failed; with a lost answer, its error learns the outcome later. */
  failed(error: unknown): void;
}

/** The sends with one correlation to one recipient. */
interface Group {
  readonly key: string;
  readonly correlation: string;
  onTheirWay: number;
  readonly lost: Set<LostSend>;
  /** Messages that statuses told of and that belong to no send yet. */
  readonly found: Map<string, string>;
}

interface LostSend {
  readonly settle: (outcome: SendOutcome) => void;
  readonly group: Group;
  timer?: TimerHandle;
}

/**
 * Finds out what became of sends whose answer was lost: status webhooks repeat the correlation that a message carried. A
 * status often comes before the wait for the answer has ended, so sends are watched from the beginning.
 */
@Injectable()
export class SendOutcomes {
  /** Statuses are needed from the first send with a correlation on. */
  readonly statuses = new OnDemand();
  /** Every send whose answer was lost, once its outcome is told or given up. */
  readonly settled = new Subject<SettledSend>();
  private readonly groups = new Map<string, Group>();
  private readonly lost = new Set<LostSend>();
  private readonly known = new RecentMap<true>(MAX_KNOWN);

  constructor(@Inject(Clock) private readonly clock: Clock) {}

  /** Sends with a lost answer of which nothing was heard yet. */
  get pending(): number {
    return this.lost.size;
  }

  /** Begins to watch a send. */
  watch(correlation: string, recipient: string): WatchedSend {
    this.statuses.need();
    const group = this.groupOf(keyOf(correlation, recipient), correlation);
    group.onTheirWay++;
    return {
      answered: (messageId) => {
        this.remember(messageId);
        group.found.delete(messageId);
        this.landed(group);
      },
      failed: (error) => {
        if (error instanceof SendOutcomeUnknownError) this.lose(error, group);
        this.landed(group);
      },
    };
  }

  /** Takes note of a status; harmless when it is told twice, or of a message that nobody asks for. */
  observe({ messageId, correlation, recipients, status }: ReportedStatus): void {
    if (this.groups.size === 0 || this.known.has(messageId)) return;
    for (const recipient of recipients) {
      const group = this.groups.get(keyOf(correlation, recipient));
      if (!group) continue;
      if (!group.found.has(messageId)) group.found.set(messageId, status);
      this.settle(group);
      return;
    }
  }

  private lose(error: SendOutcomeUnknownError, group: Group): void {
    error.settledBy(
      new Promise((settle) => {
        const send: LostSend = { settle, group };
        send.timer = this.clock.schedule(() => this.giveUp(send), GRACE_MS);
        group.lost.add(send);
        this.lost.add(send);
      }),
    );
    if (this.lost.size <= MAX_LOST) return;
    const [oldest] = this.lost;
    this.giveUp(oldest!);
  }

  private landed(group: Group): void {
    group.onTheirWay--;
    this.settle(group);
  }

  /** While sends are on their way, a message that was found may be theirs. */
  private settle(group: Group): void {
    if (group.onTheirWay > 0) return;
    for (const [messageId, reported] of group.found) {
      const [send] = group.lost;
      if (!send) break;
      group.found.delete(messageId);
      this.remember(messageId);
      this.end(send, { status: 'accepted', messageId, reported });
    }
    if (group.lost.size === 0) this.groups.delete(group.key);
  }

  private giveUp(send: LostSend): void {
    this.end(send, { status: 'unknown' });
    this.settle(send.group);
  }

  private end(send: LostSend, outcome: SendOutcome): void {
    send.timer?.cancel();
    send.group.lost.delete(send);
    this.lost.delete(send);
    send.settle(outcome);
    this.settled.next({ correlation: send.group.correlation, outcome });
  }

  private groupOf(key: string, correlation: string): Group {
    let group = this.groups.get(key);
    if (!group) {
      group = { key, correlation, onTheirWay: 0, lost: new Set(), found: new Map() };
      this.groups.set(key, group);
    }
    return group;
  }

  private remember(messageId: string): void {
    this.known.set(messageId, true);
  }
}

function keyOf(correlation: string, recipient: string): string {
  return `${userKey(recipient)} ${correlation}`;
}
