import type { PhoneNumberSettings, PhoneNumberSettingsChange } from '../wire/settings/phone-number-settings';

/** Is told what was read or written, so that others need not ask again. Must not throw. */
export interface SettingsObserver {
  /** @param settings what Meta told, or what it has accepted; parts may be missing */
  settingsKnown(phoneNumberId: string, settings: PhoneNumberSettings | PhoneNumberSettingsChange): void;
}

/** Injection token of the settings observer. */
export const SettingsObserver = Symbol.for('nestjs-whatsapp-cloud:settings-observer');
