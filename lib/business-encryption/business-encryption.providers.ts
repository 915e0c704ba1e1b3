import type { Provider } from '@nestjs/common';
import { BusinessEncryptionService } from './business-encryption.service';

/** What this capability registers. It needs `GraphClient` and `PayloadValidator`. */
export const businessEncryptionProviders: readonly Provider[] = [BusinessEncryptionService];
