import type { OutboundEnvelope } from '../../wire/outbound/envelope';
import type { OutboundTextContent } from '../../wire/outbound/text';
import type { SendTextInput } from '../dto/text.dto';
import { inEnvelope } from './envelope.builder';

/** Text message. */
export function buildText(input: SendTextInput): OutboundEnvelope & OutboundTextContent {
  const text: OutboundTextContent['text'] = { body: input.body };
  if (input.previewUrl != null) text.preview_url = input.previewUrl;
  return inEnvelope(input, { type: 'text', text });
}
