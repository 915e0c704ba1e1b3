import type { Provider } from '@nestjs/common';
import { PhoneNumbersService } from './phone-numbers.service';
import { PreverifiedNumbersService } from './preverified-numbers.service';

/** What this capability registers. It needs `graphProviders` and `PayloadValidator`. */
export const phoneNumbersProviders: readonly Provider[] = [PhoneNumbersService, PreverifiedNumbersService];
