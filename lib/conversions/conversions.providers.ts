import type { Provider } from '@nestjs/common';
import { ConversionsService } from './conversions.service';

/** What this capability registers. It needs `GraphClient` and `PayloadValidator`. */
export const conversionsProviders: readonly Provider[] = [ConversionsService];
