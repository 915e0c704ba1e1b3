import type { Provider } from '@nestjs/common';
import { MessagesSender } from './messages.sender';
import { MessagesService } from './messages.service';

/** What this capability registers. It needs `GraphClient`, `PayloadValidator` and `Clock`. */
export const messagesProviders: Provider[] = [MessagesSender, MessagesService];
