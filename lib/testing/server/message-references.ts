import type { EmulatedNumber } from '../model/emulated-number.interface';
import type { EmulatorState } from '../model/emulator-state';
import { isObject, textOf } from '../model/json';
import type { JsonObject } from '../model/json';
import { GraphRefusal } from './graph-refusal';

const MEDIA_MEMBERS = new Set(['image', 'video', 'audio', 'document', 'sticker', 'gif']);

/** Ids of uploaded media anywhere in the body: content, headers, cards, template parameters. */
function mediaIdsOf(value: unknown): { path: string; id: string }[] {
  if (Array.isArray(value)) return value.flatMap(mediaIdsOf);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const id = MEDIA_MEMBERS.has(key) && isObject(inner) ? textOf(inner['id']) : undefined;
    return id === undefined ? mediaIdsOf(inner) : [{ path: key, id }];
  });
}

/** The media and the message that a body names must be there. @throws GraphRefusal */
export function checkReferences(body: JsonObject, number: EmulatedNumber, state: EmulatorState): void {
  for (const { path, id } of mediaIdsOf(body)) {
    if (state.media.get(id)?.phoneNumberId === number.phoneNumberId) continue;
    throw new GraphRefusal(100, {
      message: `(#100) Param ${path}['id'] is not a valid whatsapp business account media attachment ID`,
    });
  }
  const context = body['context'];
  const quoted = isObject(context) ? textOf(context['message_id']) : undefined;
  if (quoted !== undefined && !state.knowsMessage(quoted)) {
    throw new GraphRefusal(131009, { details: 'context.message_id does not name a message of this number' });
  }
}
