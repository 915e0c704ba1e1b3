import type { Provider } from '@nestjs/common';
import { MarketingMessagesService } from './marketing-messages.service';

/** What this capability registers. It needs `GraphClient` and `PayloadValidator`. */
export const marketingMessagesProviders: Provider[] = [MarketingMessagesService];
