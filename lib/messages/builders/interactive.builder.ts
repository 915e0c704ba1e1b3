import type { OutboundEnvelope } from '../../wire/outbound/envelope';
import type {
  OutboundHeader,
  OutboundInteractive,
  OutboundInteractiveContent,
} from '../../wire/outbound/interactive';
import type { HeaderDto } from '../dto/interactive-parts.dto';
import type { EnvelopeInput } from './envelope.builder';
import { inEnvelope } from './envelope.builder';
import { documentReference, mediaReference } from './media.builder';

/** An interactive message as it goes out. */
export type InteractiveMessage = OutboundEnvelope & OutboundInteractiveContent;

/** Puts an interactive part into its envelope. */
export function interactiveMessage(
  input: EnvelopeInput,
  interactive: OutboundInteractive,
): InteractiveMessage {
  return inEnvelope(input, { type: 'interactive', interactive });
}

/** Text members; `undefined` leaves them out. */
export function body(text: string): { body: { text: string } } {
  return { body: { text } };
}

/** As `body`, for kinds that do without one. */
export function optionalBody(text: string | null | undefined): { body?: { text: string } } {
  return text == null ? {} : body(text);
}

/** The footer, when there is one. */
export function footer(text: string | null | undefined): { footer?: { text: string } } {
  return text == null ? {} : { footer: { text } };
}

/** A text header, when there is one. */
export function textHeader(text: string | null | undefined): { header?: { type: 'text'; text: string } } {
  return text == null ? {} : { header: { type: 'text', text } };
}

/** The header, when there is one. */
export function header(input: HeaderDto | null | undefined): { header?: OutboundHeader } {
  if (input == null) return {};
  if (input.image != null) return { header: { type: 'image', image: mediaReference(input.image) } };
  if (input.video != null) return { header: { type: 'video', video: mediaReference(input.video) } };
  if (input.document != null)
    return { header: { type: 'document', document: documentReference(input.document) } };
  return textHeader(input.text);
}
