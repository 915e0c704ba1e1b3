import type { Provider } from '@nestjs/common';
import { WelcomeMessageSequencesService } from './welcome-message-sequences.service';

/** What this capability registers. It needs `GraphClient`, `GraphPages` and `PayloadValidator`. */
export const welcomeMessageSequencesProviders: readonly Provider[] = [WelcomeMessageSequencesService];
