import { isObject } from '../model/json';
import type { JsonObject } from '../model/json';
import { object, oneOf, pattern, someText, text } from './checks';
import { may, need } from './rule';
import type { Problem, Rule } from './rule';

/** Kinds that can be sent. */
export const MESSAGE_TYPES: readonly string[] = [
  'text',
  'image',
  'video',
  'audio',
  'document',
  'sticker',
  'location',
  'contacts',
  'reaction',
  'interactive',
  'template',
  'pin',
];

/** Kinds that exist in webhooks only. */
const INBOUND_TYPES = new Set(['order', 'button', 'system', 'unsupported']);

const USER_ID = /^[A-Z]{2}(?:\.ENT)?\.[A-Za-z0-9]{1,128}$/;
const PHONE = /^[0-9+\-() ]+$/;

/** Rules of the members that every message has. */
export const ENVELOPE_RULES: readonly Rule[] = [
  may('recipient_type', oneOf('individual', 'group'), 100),
  may('to', someText, 100),
  may('recipient', pattern(USER_ID, 'a business-scoped user id such as US.123')),
  may('context', object),
  need('context.message_id', someText),
  may('biz_opaque_callback_data', text(1, 512), 100),
  may('recipient_identity_key_hash', someText),
];

/** Digits of a phone number as it was written. */
export function digitsOf(phone: string): string {
  return phone.replace(/\D/g, '');
}

function recipientProblem(body: JsonObject): Problem | undefined {
  const { to, recipient } = body;
  if (to === undefined && recipient === undefined)
    return { code: 100, details: 'The parameter to is required.' };
  if (body['recipient_type'] === 'group') {
    if (typeof to !== 'string') return { code: 100, details: 'The parameter to is required for groups.' };
    return recipient === undefined
      ? undefined
      : { code: 131009, details: 'recipient is not allowed for groups' };
  }
  if (typeof to !== 'string') return undefined;
  if (USER_ID.test(to)) {
    return {
      code: 131009,
      details: 'to must be a phone number; a business-scoped user id belongs into recipient',
    };
  }
  const digits = digitsOf(to).length;
  return PHONE.test(to) && digits >= 7 && digits <= 15
    ? undefined
    : { code: 131009, details: 'to must be a phone number with its country code' };
}

function typeProblem(body: JsonObject, type: unknown): Problem | undefined {
  if (typeof type !== 'string' || (!MESSAGE_TYPES.includes(type) && !INBOUND_TYPES.has(type))) {
    return { code: 100, details: `Param type must be one of {${MESSAGE_TYPES.join(', ').toUpperCase()}}` };
  }
  if (INBOUND_TYPES.has(type))
    return { code: 131051, details: `Messages of type ${type} can only be received.` };
  const content = body[type];
  if (content === undefined || content === null) {
    return { code: 131008, details: `Parameter '${type}' is mandatory for type '${type}'` };
  }
  if (type === 'contacts' ? !Array.isArray(content) : !isObject(content)) {
    return { code: 100, details: `Param ${type} must be an ${type === 'contacts' ? 'array' : 'object'}` };
  }
  const other = MESSAGE_TYPES.find((name) => name !== type && body[name] !== undefined);
  if (other !== undefined) return { code: 100, details: `Param ${other} is not allowed for type '${type}'` };
  if (type === 'reaction' && body['context'] !== undefined) {
    return { code: 131009, details: 'context is not allowed for type reaction' };
  }
  return undefined;
}

function groupProblem(body: JsonObject, type: unknown): Problem | undefined {
  const isGroup = body['recipient_type'] === 'group';
  if (type === 'pin' && !isGroup)
    return { code: 131009, details: 'recipient_type must be group for type pin' };
  if (type === 'interactive' && isGroup) {
    return { code: 131051, details: 'Interactive messages are not supported in groups.' };
  }
  return undefined;
}

/** What is wrong with the envelope of a message, beside its rules. */
export function envelopeProblem(body: JsonObject): Problem | undefined {
  const type = body['type'] ?? 'text';
  return recipientProblem(body) ?? typeProblem(body, type) ?? groupProblem(body, type);
}
