import { Injectable } from '@nestjs/common';

/** Something to choose from. */
export interface Choice {
  readonly id: string;
  readonly title: string;
}

/** An appointment. */
export interface Booking {
  readonly number: number;
  readonly service: string;
  readonly time: string;
  readonly note: string | undefined;
}

const SERVICES: readonly Choice[] = [
  { id: 'cut', title: 'Haircut' },
  { id: 'colour', title: 'Colour' },
];
const TIMES: readonly Choice[] = [
  { id: 'mon-10', title: 'Monday 10:00' },
  { id: 'mon-14', title: 'Monday 14:00' },
  { id: 'tue-09', title: 'Tuesday 09:00' },
];

/** The salon's calendar, in memory. */
@Injectable()
export class Calendar {
  private readonly bookings = new Map<string, Booking>();

  get services(): Choice[] {
    return [...SERVICES];
  }

  get freeTimes(): Choice[] {
    return TIMES.filter(({ id }) => !this.bookings.has(id));
  }

  isFree(time: string): boolean {
    return this.freeTimes.some(({ id }) => id === time);
  }

  describe(service: string, time: string): string {
    const title = (list: readonly Choice[], wanted: string): string =>
      list.find(({ id }) => id === wanted)?.title ?? wanted;
    return `${title(SERVICES, service)}, ${title(TIMES, time)}`;
  }

  /** Books; nothing when the time is taken. */
  book(service: string, time: string, note: string | undefined): Booking | undefined {
    if (!this.isFree(time)) return undefined;
    const booking = { number: this.bookings.size + 1, service, time, note };
    this.bookings.set(time, booking);
    return booking;
  }

  find(number: number): Booking | undefined {
    return [...this.bookings.values()].find((booking) => booking.number === number);
  }
}
