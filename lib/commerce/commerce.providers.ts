import type { Provider } from '@nestjs/common';
import { CommerceService } from './commerce.service';

/** What this capability registers. It needs `graphProviders` and `PayloadValidator`. */
export const commerceProviders: readonly Provider[] = [CommerceService];
