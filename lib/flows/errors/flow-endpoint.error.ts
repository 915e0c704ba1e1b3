import { WhatsAppError } from '../../errors/whatsapp.error';

/** A flow request that is answered with a status of its own, which the WhatsApp client understands. @publicApi */
export abstract class FlowEndpointError extends WhatsAppError {
  /** HTTP status of the answer. */
  abstract readonly status: number;
}
