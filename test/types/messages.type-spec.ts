import type { MessagesService } from 'nestjs-whatsapp-cloud';

declare const messages: MessagesService;
const to = '16505551234';

void messages.send({ to, type: 'text', text: { body: 'Hello' } });
void messages.send({ to, type: 'brand_new', brand_new: { anything: 1 } });

// @ts-expect-error the content of a text is its body
void messages.send({ to, type: 'text', text: {} });
// @ts-expect-error a new kind stands under a member of its own name
void messages.send({ to, type: 'brand_new' });
