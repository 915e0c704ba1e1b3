import type { Provider } from '@nestjs/common';
import { MigrationService } from './migration.service';

/** What this capability registers. It needs `GraphClient` and `PayloadValidator`. */
export const migrationProviders: Provider[] = [MigrationService];
