import type { Provider } from '@nestjs/common';
import { AnalyticsService } from './analytics.service';

/** What this capability registers. It needs `GraphClient`, `GraphPages` and `PayloadValidator`. */
export const analyticsProviders: Provider[] = [AnalyticsService];
