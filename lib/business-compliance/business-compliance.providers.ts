import type { Provider } from '@nestjs/common';
import { BusinessComplianceService } from './business-compliance.service';

/** What this capability registers. It needs `GraphClient` and `PayloadValidator`. */
export const businessComplianceProviders: readonly Provider[] = [BusinessComplianceService];
