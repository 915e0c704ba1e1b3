import type { Provider } from '@nestjs/common';
import { BusinessKeyStore } from '../config/business-key-store.interface';
import { BusinessEncryptionService } from './business-encryption.service';

/** What this capability registers. It needs `GraphClient` and `PayloadValidator`. */
export const businessEncryptionProviders: readonly Provider[] = [
  BusinessEncryptionService,
  { provide: BusinessKeyStore, useExisting: BusinessEncryptionService },
];
