import { REQUEST } from '@nestjs/core';

/** Metadata key of `@OnWhatsAppEvent`. */
export const EVENT_HANDLERS_METADATA = 'whatsapp:event-handlers';

/** Type of the execution context in which guards, pipes, interceptors and filters see an event: `context.getType()`. */
export const WHATSAPP_CONTEXT_TYPE = 'whatsapp';

/**
 * Injects the event into request-scoped providers: `@Inject(WHATSAPP_EVENT) event: WhatsAppEvent`. Nest's own `REQUEST`,
 * so a provider that serves HTTP requests and events finds whichever it was made for.
 * @publicApi
 */
export const WHATSAPP_EVENT = REQUEST;
