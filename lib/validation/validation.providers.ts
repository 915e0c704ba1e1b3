import type { Provider } from '@nestjs/common';
import { PayloadValidator } from './payload-validator.service';

/** What this folder registers. It needs `WHATSAPP_OPTIONS` and `Clock`. */
export const validationProviders: Provider[] = [PayloadValidator];
