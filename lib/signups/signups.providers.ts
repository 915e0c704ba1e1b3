import type { Provider } from '@nestjs/common';
import { SignupsService } from './signups.service';

/** What this capability registers. It needs `GraphClient`, `GraphPages` and `PayloadValidator`. */
export const signupsProviders: Provider[] = [SignupsService];
