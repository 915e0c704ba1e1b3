import type { OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { Subscription } from 'rxjs';
import { CallTracker } from './calls/call-tracker';
import { SipStatusStore } from './calls/sip-status.store';
import { WhatsAppEvents } from './events/whatsapp-events.service';
import type { SettingsObserver } from './settings/settings-observer.interface';
import type { PhoneNumberSettings, PhoneNumberSettingsChange } from './wire/settings/phone-number-settings';

/**
 * Tells the call tracker of every call event before the application's handlers see it, and remembers on which numbers
 * SIP is enabled. It takes a stream, which counts as no handler and is not waited for.
 */
@Injectable()
export class CallTrackerSubscriber implements OnModuleInit, OnApplicationShutdown, SettingsObserver {
  private readonly subscriptions: Subscription[] = [];

  constructor(
    private readonly events: WhatsAppEvents,
    private readonly tracker: CallTracker,
    private readonly sip: SipStatusStore,
  ) {}

  onModuleInit(): void {
    this.subscriptions.push(
      this.events.stream('call.*').subscribe((event) => this.tracker.observe(event)),
      this.events.stream('account.settings_update').subscribe((event) => {
        const { phone_number_settings: changed } = event.payload;
        if (changed) this.settingsKnown(changed.phone_number_id, changed as PhoneNumberSettings);
      }),
    );
  }

  /** @inheritdoc */
  settingsKnown(phoneNumberId: string, settings: PhoneNumberSettings | PhoneNumberSettingsChange): void {
    const status: unknown = settings.calling?.sip?.status;
    if (typeof status === 'string') this.sip.note(phoneNumberId, status.toUpperCase() === 'ENABLED');
  }

  onApplicationShutdown(): void {
    for (const subscription of this.subscriptions) subscription.unsubscribe();
  }
}
