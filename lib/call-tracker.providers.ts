import type { Provider } from '@nestjs/common';
import { CallTrackerSubscriber } from './call-tracker.subscriber';
import { SettingsObserver } from './settings/settings-observer.interface';

/** What ties calls, settings and events together. It needs the providers of all three. */
export const callTrackerProviders: Provider[] = [
  CallTrackerSubscriber,
  { provide: SettingsObserver, useExisting: CallTrackerSubscriber },
];
