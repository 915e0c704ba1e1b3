import type { Provider } from '@nestjs/common';
import { PhoneNumbersService } from './phone-numbers.service';

/** What this capability registers. It needs `graphProviders` and `PayloadValidator`. */
export const phoneNumbersProviders: readonly Provider[] = [PhoneNumbersService];
