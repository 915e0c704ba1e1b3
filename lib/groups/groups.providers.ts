import type { Provider } from '@nestjs/common';
import { GroupsService } from './groups.service';

/** What this capability registers. It needs `GraphClient`, `GraphPages` and `PayloadValidator`. */
export const groupsProviders: Provider[] = [GroupsService];
