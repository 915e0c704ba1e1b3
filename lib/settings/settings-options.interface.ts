import type { CallOptions } from '../graph/graph-request.interface';
import type { PhoneNumberSettings } from '../wire/settings/phone-number-settings';

/** A part of the settings. @publicApi */
export type SettingsFeature = keyof PhoneNumberSettings | (string & {});

/** How settings are read. @publicApi */
export interface GetSettingsOptions extends CallOptions {
  /** Features to read. @default those that Meta tells without being asked */
  readonly fields?: readonly SettingsFeature[] | undefined;
  /**
   * Asks for the passwords of SIP servers too. They can be read by name and are hidden from logs and JSON.
   * @default false
   */
  readonly includeSipCredentials?: boolean | undefined;
}

/** How settings are changed. @publicApi */
export interface UpdateSettingsOptions extends CallOptions {
  /**
   * Call hours without a `holiday_schedule` erase the stored one at Meta. `true` reads it first and sends what is not
   * over along; an empty list erases it on purpose.
   * @default true
   */
  readonly keepHolidays?: boolean | undefined;
}
