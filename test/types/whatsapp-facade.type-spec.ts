/** Compiled, never run: the services of an account have the signatures of those that are injected. */
import type { MessagesService } from '../../lib/messages/messages.service';
import type { WhatsApp } from '../../lib/facade/whatsapp.facade';
import type { WhatsAppServices } from '../../lib/facade/whatsapp-services';

declare const whatsapp: WhatsApp;
const account: WhatsAppServices = whatsapp.account('200555000000001');
whatsapp.account({ wabaId: '300555000000001' });
const messages: MessagesService = account.messages;
const either: WhatsAppServices = whatsapp;

// Overloads and generics stay.
void messages.send({ to: '16505551234', type: 'text', text: { body: 'Hello' } });
void messages.send({ to: '16505551234', type: 'brand_new', brand_new: {} });
const typed: Promise<number> = messages.withTyping({ payload: {} }, () => 1);
void account.graph.request<{ id: string }>({ method: 'GET', path: '1' }).then(({ id }) => id.length);
void (async () => {
  for await (const { name } of await account.templates.list()) name.toUpperCase();
});

// @ts-expect-error the recipient is missing
void account.messages.sendText({ body: 'Hello' });
// @ts-expect-error ids are texts
whatsapp.account(200555000000001);
// @ts-expect-error a tenant is found by an id
whatsapp.account({ tenant: 'acme' });
// @ts-expect-error no such service
void account.telegrams;

export { either, typed };
