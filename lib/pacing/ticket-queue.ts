import type { SendPriority } from '../config/send-settings.interface';

/** Something that waits. It stands in one queue at a time. */
export interface QueuedTicket<T> {
  readonly priority: SendPriority;
  /** Kept by the queue, as its neighbours are. */
  queue: { remove(ticket: T): void } | undefined;
  previous: T | undefined;
  next: T | undefined;
}

interface Line<T> {
  first: T | undefined;
  last: T | undefined;
}

/** First come, first served, within each priority. Linked, so that a ticket can leave from the middle at once. */
export class TicketQueue<T extends QueuedTicket<T>> {
  private readonly lines: Readonly<Record<SendPriority, Line<T>>> = {
    authentication: { first: undefined, last: undefined },
    utility: { first: undefined, last: undefined },
    marketing: { first: undefined, last: undefined },
  };

  /** The ticket that is next. */
  get first(): T | undefined {
    const { authentication, utility, marketing } = this.lines;
    return authentication.first ?? utility.first ?? marketing.first;
  }

  /** Appends a ticket that stands in no queue. */
  push(ticket: T): void {
    const line = this.lines[ticket.priority];
    ticket.queue = this;
    ticket.previous = line.last;
    if (line.last) line.last.next = ticket;
    else line.first = ticket;
    line.last = ticket;
  }

  /** Takes out the ticket that is next. */
  shift(): T | undefined {
    const ticket = this.first;
    if (ticket) this.remove(ticket);
    return ticket;
  }

  /** Takes out a ticket of this queue. */
  remove(ticket: T): void {
    const line = this.lines[ticket.priority];
    if (ticket.previous) ticket.previous.next = ticket.next;
    else line.first = ticket.next;
    if (ticket.next) ticket.next.previous = ticket.previous;
    else line.last = ticket.previous;
    ticket.queue = undefined;
    ticket.previous = undefined;
    ticket.next = undefined;
  }
}
