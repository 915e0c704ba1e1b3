import { NumberRecord } from './number-record';

/** What the emulated platform holds about all numbers, and about the catalogs of their accounts. */
export class NumberRecords {
  private readonly records = new Map<string, NumberRecord>();
  private readonly catalogs = new Map<string, Set<string>>();
  /** Whether only registered numbers may send. */
  requireRegistration = false;
  /** What numbers are made with; see `NumberRecord`. */
  enforceWindow = false;
  limitPairs = false;
  /** Numbers that the application added. */
  readonly added = new Set<string>();

  /** The record of a number. Those that the emulator was started with are registered. */
  of(phoneNumberId: string): NumberRecord {
    let record = this.records.get(phoneNumberId);
    if (!record) {
      record = new NumberRecord(!this.added.has(phoneNumberId));
      record.enforceWindow = this.enforceWindow;
      record.limitPairs = this.limitPairs;
      this.records.set(phoneNumberId, record);
    }
    return record;
  }

  /** Ids of the catalogs that are linked to an account. */
  catalogsOf(wabaId: string): Set<string> {
    let catalogs = this.catalogs.get(wabaId);
    if (!catalogs) this.catalogs.set(wabaId, (catalogs = new Set()));
    return catalogs;
  }

  /** All numbers but `phoneNumberId` that fit. */
  others(phoneNumberId: string, fits: (record: NumberRecord) => boolean): NumberRecord[] {
    return [...this.records].filter(([id, record]) => id !== phoneNumberId && fits(record)).map(([, r]) => r);
  }

  clear(): void {
    this.records.clear();
    this.catalogs.clear();
    this.added.clear();
  }
}
