import type { Provider } from '@nestjs/common';
import { OfficialBusinessAccountService } from './official-business-account.service';

/** What this capability registers. It needs `GraphClient` and `PayloadValidator`. */
export const officialBusinessAccountProviders: readonly Provider[] = [OfficialBusinessAccountService];
