import type { Provider } from '@nestjs/common';
import { SolutionsService } from './solutions.service';

/** What this capability registers. It needs `GraphClient`, `GraphPages` and `PayloadValidator`. */
export const solutionsProviders: readonly Provider[] = [SolutionsService];
