import type { Provider } from '@nestjs/common';
import { FlowKeysService } from './flow-keys.service';
import { FlowSync } from './flow-sync.service';
import { FlowsService } from './flows.service';

/** What this capability registers. It needs `GraphClient`, `GraphPages`, `PayloadValidator` and `BusinessKeyStore`. */
export const flowsProviders: readonly Provider[] = [FlowsService, FlowSync, FlowKeysService];
