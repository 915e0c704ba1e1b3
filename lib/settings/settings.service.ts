import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../config/clock';
import { PayloadValidator } from '../validation/payload-validator.service';
import type { CallHours } from '../wire/settings/call-hours';
import type { PhoneNumberSettings, PhoneNumberSettingsChange } from '../wire/settings/phone-number-settings';
import { buildSettings } from './builders/settings.builder';
import { comingHolidays } from './call-hours/holidays';
import { SettingsPartlyUpdatedError } from './errors/settings-partly-updated.error';
import { settingsIssues } from './rules/settings.rule';
import { settingsDifference } from './settings-difference';
import type { GetSettingsOptions, UpdateSettingsOptions } from './settings-options.interface';
import { SettingsSender } from './settings.sender';

/** Changes the settings that it is given. What it returns is only waited for. @publicApi */
export type SettingsEdit = (settings: PhoneNumberSettings) => unknown;

/**
 * Reads and changes the settings of a business phone number, in Meta's names both ways: calling, local storage, identity
 * check, payload encryption.
 * @example
 * ```ts
 * await settings.update({
 *   calling: {
 *     status: 'ENABLED',
 *     call_hours: {
 *       status: 'ENABLED',
 *       timezone_id: 'Europe/Berlin',
 *       weekly_operating_hours: weekdays('0900', '1700'),
 *     },
 *   },
 * });
 * ```
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/settings-api
 * @publicApi
 */
@Injectable()
export class SettingsService {
  constructor(
    private readonly sender: SettingsSender,
    private readonly validator: PayloadValidator,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * The settings as Meta tells them. Known values are in capitals, however Meta wrote them, so that they can be compared;
   * what is not known is left as it is.
   */
  get(options: GetSettingsOptions = {}): Promise<PhoneNumberSettings> {
    return this.sender.read(options);
  }

  /**
   * Changes what is given and keeps the rest. Meta takes one feature at a time, so that several make several requests, in
   * the order given. Call hours are replaced as a whole, all but the holidays, see `keepHolidays`; to change a part of
   * them use `modify`. Members that are read-only are left out. Users may see a change up to 7 days later.
   * @throws PayloadValidationError with the path of each refused member; messages about call hours name the day
   * @throws CallingCannotBeEnabledError, CallingNotEligibleError and others when Meta refuses it
   * @throws SettingsPartlyUpdatedError when it refuses a later one of several features
   */
  async update(change: PhoneNumberSettingsChange, options: UpdateSettingsOptions = {}): Promise<void> {
    this.check(change, options);
    await this.write(await this.withHolidays(change, options), options);
  }

  /**
   * Reads the settings, lets a function change them, and writes what is different; members that this release does not
   * know survive. Not atomic: what others change meanwhile in the same members is overwritten.
   * @example await settings.modify(({ calling }) => { calling!.call_hours!.status = 'DISABLED'; });
   * @returns the settings as they were written
   * @throws PayloadValidationError also when something was taken away or is read-only
   */
  async modify(edit: SettingsEdit, options: GetSettingsOptions = {}): Promise<PhoneNumberSettings> {
    const before = await this.sender.read({ ...options, includeSipCredentials: false });
    const after = structuredClone(before);
    await edit(after);
    const change = settingsDifference(before, after, this.clock.now());
    if (Object.keys(change).length === 0) return after;
    this.check(change, options);
    await this.write(change, options);
    return after;
  }

  private check(change: PhoneNumberSettingsChange, { validate }: GetSettingsOptions): void {
    this.validator.assertWith('settings', (context) => settingsIssues(change, context), validate);
  }

  private async write(change: PhoneNumberSettingsChange, options: UpdateSettingsOptions): Promise<void> {
    const updated: string[] = [];
    for (const request of buildSettings(change)) {
      const [feature = ''] = Object.keys(request);
      try {
        await this.sender.write(request, options);
      } catch (error) {
        if (updated.length === 0) throw error;
        throw new SettingsPartlyUpdatedError(updated, feature, { cause: error });
      }
      updated.push(feature);
    }
  }

  /** Meta takes a missing list of holidays for an empty one. */
  private async withHolidays(
    change: PhoneNumberSettingsChange,
    options: UpdateSettingsOptions,
  ): Promise<PhoneNumberSettingsChange> {
    const hours = change.calling?.call_hours;
    if (!hours || hours.holiday_schedule != null || options.keepHolidays === false) return change;
    const { calling } = await this.sender.read({ ...options, fields: ['calling'] });
    const stored = calling?.call_hours;
    const holidays = comingHolidays(
      stored?.holiday_schedule ?? [],
      hours.timezone_id ?? stored?.timezone_id,
      this.clock.now(),
    );
    const call_hours: CallHours = { ...hours, holiday_schedule: holidays };
    return { ...change, calling: { ...change.calling, call_hours } };
  }
}
