import type { Provider } from '@nestjs/common';
import { MessagesSender } from './messages.sender';
import { MessagesService } from './messages.service';
import { OutsideWindowPolicy } from './outside-window.policy';
import { PacedSends } from './paced-sends.service';
import { TemplateFallbacks } from './template-fallbacks.service';

/**
 * What this capability registers. It needs `GraphClient`, `PayloadValidator`, `AccountDirectory` and `Clock`; and takes
 * `SendPacer`, `SendWindow`, `SendOutcomes` and `TemplateDefinitions` where they are.
 */
export const messagesProviders: Provider[] = [
  TemplateFallbacks,
  OutsideWindowPolicy,
  PacedSends,
  MessagesSender,
  MessagesService,
];
