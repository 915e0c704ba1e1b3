import type { Provider } from '@nestjs/common';
import { FlowSync } from './flow-sync.service';
import { FlowsService } from './flows.service';

/** What this capability registers. It needs `GraphClient`, `GraphPages` and `PayloadValidator`. */
export const flowsProviders: readonly Provider[] = [FlowsService, FlowSync];
