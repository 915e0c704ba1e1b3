import { ownerLane } from '../conversations';
import { itemEnvelope } from '../item-envelope';
import { contentKey } from '../keys';
import { contactsOf } from '../value-source';
import { objectOf } from '../wire-values';
import { readStandbyEcho } from './echo.reader';
import { errorReader } from './error.reader';
import type { FieldReader } from './list.reader';
import { listReaders, readLists } from './list.reader';
import { readStandbyMessage } from './message.reader';
import { readStandbyStatus } from './status.reader';

const readers = listReaders({
  standby: null,
  messages: readStandbyMessage,
  message_echoes: readStandbyEcho,
  statuses: readStandbyStatus,
  errors: errorReader('error.other'),
});

/**
 * What goes on in a conversation that another app has. The items stand one level deeper than elsewhere, and have names
 * of their own: whoever answers messages must not answer these.
 */
export const readStandby: FieldReader = (source, out) => {
  const before = out.length;
  const { value } = source;
  const inner = objectOf(value.standby);
  if (inner !== undefined) {
    const contacts = contactsOf(inner) ?? source.contacts;
    readLists(readers, { ...source, value: inner, contacts, contactIndex: undefined }, out);
  }
  readLists(readers, source, out);
  if (out.length > before) return;
  const name = 'standby.update';
  const facts = {
    name,
    key: contentKey(name, source.owner, value),
    lane: ownerLane('standby', source),
  } as const;
  out.push(itemEnvelope(facts, value, source, undefined));
};
