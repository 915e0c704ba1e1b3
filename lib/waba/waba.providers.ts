import type { Provider } from '@nestjs/common';
import { WabaService } from './waba.service';

/** What this capability registers. It needs `GraphClient`, `GraphPages` and `PayloadValidator`. */
export const wabaProviders: Provider[] = [WabaService];
