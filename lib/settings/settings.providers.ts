import type { Provider } from '@nestjs/common';
import { SettingsSender } from './settings.sender';
import { SettingsService } from './settings.service';

/** What this capability registers. It needs `GraphClient`, `PayloadValidator` and `Clock`. */
export const settingsProviders: Provider[] = [SettingsSender, SettingsService];
