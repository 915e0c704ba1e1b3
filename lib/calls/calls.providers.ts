import type { Provider } from '@nestjs/common';
import { CallTracker } from './call-tracker';
import { CallsSender } from './calls.sender';
import { CallsService } from './calls.service';
import { SipStatusStore } from './sip-status.store';

/** What this capability registers. It needs `GraphClient`, `PayloadValidator` and `Clock`. */
export const callsProviders: Provider[] = [CallTracker, SipStatusStore, CallsSender, CallsService];
