import type { Provider } from '@nestjs/common';
import { UsernamesService } from './usernames.service';

/** What this capability registers. It needs `GraphClient` and `PayloadValidator`. */
export const usernamesProviders: readonly Provider[] = [UsernamesService];
