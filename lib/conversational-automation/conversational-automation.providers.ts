import type { Provider } from '@nestjs/common';
import { ConversationalAutomationService } from './conversational-automation.service';

/** What this capability registers. It needs `GraphClient` and `PayloadValidator`. */
export const conversationalAutomationProviders: readonly Provider[] = [ConversationalAutomationService];
