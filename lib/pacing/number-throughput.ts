import { Inject, Injectable, Logger } from '@nestjs/common';
import type { AccountRef } from '../config/account.interface';
import { Clock } from '../config/clock';
import { GraphClient } from '../graph/graph-client.service';

/** Messages a second of a number that nothing is known of. */
const STANDARD = 80;
/** Of a number that the WhatsApp Business app uses too. */
const COEXISTENCE = 20;
const UPGRADED = 1000;

const KNOWN_MS = 3_600_000;
const RETRY_MS = 600_000;

interface Known {
  readonly rate: number;
  readonly until: number;
}

interface Answer {
  readonly throughput?: { readonly level?: string } | null;
  readonly is_on_biz_app?: boolean;
}

/**
 * How many messages a second each number may send, as Meta says. It never keeps a send waiting: until Meta has answered,
 * the standard rate holds. One look-up for each number and hour.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/throughput
 */
@Injectable()
export class NumberThroughput {
  private readonly logger = new Logger('WhatsApp');
  private readonly numbers = new Map<string, Known>();

  constructor(
    private readonly graph: GraphClient,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Messages a second.
   * @param changed is called when the answer turns out to be another one
   */
  rateOf(phoneNumberId: string, account: AccountRef, changed: (rate: number) => void): number {
    const known = this.numbers.get(phoneNumberId);
    const now = this.clock.now();
    const rate = known?.rate ?? STANDARD;
    if (known && known.until > now) return rate;
    // Nobody asks twice meanwhile.
    this.numbers.set(phoneNumberId, { rate, until: now + RETRY_MS });
    void this.lookUp(phoneNumberId, account, changed);
    return rate;
  }

  /** Asks again on the next send of each number: Meta told that one of them was upgraded. */
  forget(): void {
    for (const [phoneNumberId, { rate }] of this.numbers) this.numbers.set(phoneNumberId, { rate, until: 0 });
  }

  private async lookUp(
    phoneNumberId: string,
    account: AccountRef,
    changed: (rate: number) => void,
  ): Promise<void> {
    try {
      const answer = await this.graph.request<Answer>({
        method: 'GET',
        path: phoneNumberId,
        query: { fields: 'throughput,is_on_biz_app' },
        account: { phoneNumberId: account.phoneNumberId, wabaId: account.wabaId },
      });
      const rate = rateIn(answer);
      this.numbers.set(phoneNumberId, { rate, until: this.clock.now() + KNOWN_MS });
      changed(rate);
    } catch (error) {
      const name = error instanceof Error ? error.name : 'unknown error';
      this.logger.debug(
        `The throughput of a number could not be read (${name}); its last known value is used`,
      );
    }
  }
}

function rateIn(answer: Answer | null | undefined): number {
  if (answer?.throughput?.level?.toUpperCase() === 'HIGH') return UPGRADED;
  return answer?.is_on_biz_app === true ? COEXISTENCE : STANDARD;
}
