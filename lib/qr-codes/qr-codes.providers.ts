import type { Provider } from '@nestjs/common';
import { QrCodesService } from './qr-codes.service';

/** What this capability registers. It needs `graphProviders` and `PayloadValidator`. */
export const qrCodesProviders: readonly Provider[] = [QrCodesService];
