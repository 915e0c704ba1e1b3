import type { Provider } from '@nestjs/common';
import { SendWindow } from '../config/send-window.interface';
import { CustomerServiceWindow } from './customer-service-window.service';

/** What this capability registers. It needs the options and the clock. */
export const windowProviders: readonly Provider[] = [
  CustomerServiceWindow,
  { provide: SendWindow, useExisting: CustomerServiceWindow },
];
