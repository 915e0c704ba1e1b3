import type { SendTextInput } from './dto/text.dto';
import { PartialSendError } from './partial-send.error';
import type { SendResult, SendTextResult } from './send-result.interface';
import { splitText, truncateText } from './text-parts';

/**
 * Sends a text that may be too long as its `overflow` asks. Parts go out one after the other; the first one quotes.
 * @throws PartialSendError when a later part could not be sent
 */
export async function sendTextParts(
  input: SendTextInput,
  send: (part: SendTextInput) => Promise<SendResult>,
): Promise<SendTextResult> {
  if (input.overflow === 'truncate') return send({ ...input, body: truncateText(input.body) });
  const bodies = splitText(input.body);
  const sent: SendResult[] = [];
  for (const body of bodies) {
    const part = sent.length === 0 ? { ...input, body } : { ...input, body, replyTo: undefined };
    try {
      sent.push(await send(part));
    } catch (error) {
      throw sent.length === 0 ? error : new PartialSendError(sent, bodies.length - sent.length, error);
    }
  }
  const [first, ...others] = sent;
  return others.length === 0 ? first! : { ...first!, parts: sent };
}
