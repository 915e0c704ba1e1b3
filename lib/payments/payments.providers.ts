import type { Provider } from '@nestjs/common';
import { PaymentsService } from './payments.service';

/** What this capability registers. It needs `GraphClient` and `PayloadValidator`. */
export const paymentsProviders: Provider[] = [PaymentsService];
