import type { Provider } from '@nestjs/common';
import { CreditLinesService } from './credit-lines.service';

/** What this capability registers. It needs `GraphClient`, `GraphPages` and `PayloadValidator`. */
export const creditLinesProviders: readonly Provider[] = [CreditLinesService];
