import type { Provider } from '@nestjs/common';
import { AppService } from './app.service';

/** What this capability registers. It needs `GraphClient`, `AccountDirectory`, `PayloadValidator` and `Clock`. */
export const appProviders: Provider[] = [AppService];
