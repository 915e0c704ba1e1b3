import type { Provider } from '@nestjs/common';
import { SendPacer } from '../config/send-pacer.interface';
import type { WhatsAppModuleOptions } from '../config/whatsapp-options.interface';
import { WHATSAPP_OPTIONS } from '../config/whatsapp.constants';
import { InProcessPacer } from './in-process.pacer';
import { NumberThroughput } from './number-throughput';

/** What this capability registers. It needs `GraphClient`, the options and the clock. */
export const pacingProviders: readonly Provider[] = [
  NumberThroughput,
  InProcessPacer,
  {
    provide: SendPacer,
    inject: [WHATSAPP_OPTIONS, InProcessPacer],
    useFactory: ({ pacing }: WhatsAppModuleOptions, own: InProcessPacer): SendPacer | undefined =>
      pacing ? (pacing.pacer ?? own) : undefined,
  },
];
