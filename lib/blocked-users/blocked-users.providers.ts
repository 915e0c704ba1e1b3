import type { Provider } from '@nestjs/common';
import { BlockedUsersService } from './blocked-users.service';

/** What this capability registers. It needs `graphProviders`, `PayloadValidator` and `Clock`. */
export const blockedUsersProviders: readonly Provider[] = [BlockedUsersService];
