import type { BusinessAppSyncResponse } from '../wire/phone-numbers/business-app-sync';
import type { CreatePhoneNumberResponse } from '../wire/phone-numbers/phone-number-request';
import type { PhoneNumber, QualityRating, ThroughputLevel } from '../wire/phone-numbers/phone-number';

/** A number that was added. @publicApi */
export interface CreatedPhoneNumber {
  /** Business phone number id; pass it as `phoneNumberId` with the calls that follow. */
  readonly phoneNumberId: string;
  /** Meta's answer, untouched. */
  readonly raw: CreatePhoneNumberResponse;
}

/** How users rate a number. @publicApi */
export interface PhoneNumberQuality {
  readonly rating: QualityRating;
  /** Meta's answer, untouched. */
  readonly raw: PhoneNumber;
}

/** How fast a number may send. @publicApi */
export interface PhoneNumberThroughput {
  readonly level: ThroughputLevel;
  /** Meta's answer, untouched. */
  readonly raw: PhoneNumber;
}

/** A synchronisation with the WhatsApp Business app that Meta has begun. @publicApi */
export interface BusinessAppSync {
  /** For Meta's support. */
  readonly requestId: string;
  /** Meta's answer, untouched. */
  readonly raw: BusinessAppSyncResponse;
}

/** One condition of `PhoneNumbersService.list`, e.g. `{ field: 'account_mode', operator: 'EQUAL', value: 'LIVE' }`. */
export interface PhoneNumberFilter {
  readonly field: string;
  readonly operator: 'EQUAL' | 'NOT_EQUAL' | 'IN' | (string & {});
  readonly value: string | number | boolean | readonly string[];
}
