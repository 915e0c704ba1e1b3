/** A refund of a payment. */
export interface EmulatedRefund {
  readonly id: string;
  readonly value: number;
  readonly offset: number;
  readonly speed: string;
  /** Milliseconds since the Unix epoch. */
  readonly at: number;
}

/** What became of the payment of an order. */
export interface EmulatedPayment {
  /** When it was captured, milliseconds since the Unix epoch. */
  readonly capturedAt: number;
  readonly refunds: EmulatedRefund[];
}

/** The payments of an account, by the reference id of their order. @publicApi */
export class PaymentBook {
  private readonly payments = new Map<string, EmulatedPayment>();

  /** The user has paid. @param at milliseconds since the Unix epoch */
  capture(referenceId: string, at: number): void {
    if (!this.payments.has(referenceId)) this.payments.set(referenceId, { capturedAt: at, refunds: [] });
  }

  /** The payment of an order; undefined until it is captured. */
  of(referenceId: string): EmulatedPayment | undefined {
    return this.payments.get(referenceId);
  }
}
