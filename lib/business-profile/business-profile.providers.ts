import type { Provider } from '@nestjs/common';
import { BusinessProfileService } from './business-profile.service';

/** What this capability registers. It needs `GraphClient`, `PayloadValidator` and, for pictures, `MediaHandleUploader`. */
export const businessProfileProviders: readonly Provider[] = [BusinessProfileService];
