import type { WhatsAppEventName } from '../events/event-map';
import * as tables from './parsing/name-tables';
import type { NameTable } from './parsing/name-tables';
import type { WireObject } from './parsing/wire-values';
import { isObject } from './parsing/wire-values';

/** Message types whose content has a type of its own. */
const NESTED = ['interactive', 'system'];

/** Name for a wire value, also in another case (Meta writes some values both ways), or the name for unknown ones. */
export function nameOf(table: NameTable, value: unknown, otherwise: WhatsAppEventName): WhatsAppEventName {
  if (typeof value !== 'string') return otherwise;
  return table.get(value) ?? table.get(value.toLowerCase()) ?? otherwise;
}

/**
 * Name of a message. A known type without its content is named unknown: whoever handles `message.text` can rely on
 * `text` being there.
 */
export function messageName(item: WireObject): WhatsAppEventName {
  const type = typeOf(item, tables.messages);
  if (type === 'interactive') return interactiveName(item);
  if (type === 'system') return systemName(item);
  const name = tables.messages.get(type);
  if (name !== undefined && isPresent(item[type])) return name;
  return tables.bareMessages.get(type) ?? 'message.unknown';
}

/** The type of a message. Some of Meta's examples leave it out; its content says then what it is. */
function typeOf(item: WireObject, table: NameTable): string {
  if (typeof item.type === 'string') return item.type;
  const contents = [...new Set([...table.keys(), ...NESTED])].filter((member) => isPresent(item[member]));
  return contents.length === 1 ? contents[0]! : '';
}

function interactiveName(item: WireObject): WhatsAppEventName {
  if (isObject(item.interactive)) {
    const type = item.interactive.type as string;
    const name = tables.interactiveReplies.get(type);
    if (name !== undefined && isPresent(item.interactive[type])) return name;
    if (name === undefined && typeof type === 'string') return 'message.interactive.unknown';
  }
  return isPresent(item.errors) ? 'message.interactive.error' : 'message.interactive.unknown';
}

function systemName(item: WireObject): WhatsAppEventName {
  const notice = isObject(item.system) ? item.system.type : undefined;
  return nameOf(tables.systemNotices, notice, 'message.system.unknown');
}

/** Name of an echo; a known type without its content is named unknown. */
export function echoName(item: WireObject): WhatsAppEventName {
  const type = typeOf(item, tables.echoes);
  if (type === 'unsupported') return 'echo.unsupported';
  const name = tables.echoes.get(type);
  return name !== undefined && isPresent(item[type]) ? name : 'echo.unknown';
}

/** Name of a status of a message or of a payment. */
export function statusName(item: WireObject): WhatsAppEventName {
  return item.type === 'payment'
    ? nameOf(tables.payments, item.status, 'payment.unknown')
    : nameOf(tables.statuses, item.status, 'status.unknown');
}

/** Name of an item of `history`. */
export function historyName(item: WireObject): WhatsAppEventName {
  if (isPresent(item.threads)) return 'history.chunk';
  return isPresent(item.errors) ? 'history.declined' : 'unknown';
}

/**
 * Name of a group event. Where participants are listed, the list decides: Meta's own example of a removal carries the
 * type of a creation. Only a creation may list added participants, so there the field has a say too.
 */
export function groupName(item: WireObject, field: string): WhatsAppEventName {
  if (isPresent(item.removed_participants)) return 'group.participants_remove';
  if (isPresent(item.added_participants) && field !== 'group_lifecycle_update')
    return 'group.participants_add';
  const name = nameOf(tables.groups, item.type, 'group.unknown');
  if (name !== 'group.unknown') return name;
  if (isPresent(item.failed_participants)) return 'group.participants_remove';
  const hasSetting =
    isPresent(item.profile_picture) || isPresent(item.group_subject) || isPresent(item.group_description);
  return hasSetting ? 'group.settings_update' : 'group.unknown';
}

/**
 * Name of a preference. One of another category is named unknown: a user who resumes utility messages has not agreed
 * to marketing.
 */
export function preferenceName(item: WireObject): WhatsAppEventName {
  return item.category === 'marketing_messages'
    ? nameOf(tables.userPreferences, item.value, 'user_preference.unknown')
    : 'user_preference.unknown';
}

/** Name of a handover: the member that is there decides, because the type is sometimes left out. */
export function handoverName(value: WireObject): WhatsAppEventName {
  if (isObject(value.control_passed)) return 'handover.control_passed';
  return isObject(value.control_taken) ? 'handover.control_taken' : 'handover.unknown';
}

/** Meta's documentation prints quality updates under the field of status updates. */
export function templateStatusName(value: WireObject): WhatsAppEventName {
  return value.event === undefined && value.new_quality_score !== undefined
    ? 'template.quality_update'
    : 'template.status_update';
}

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null;
}
