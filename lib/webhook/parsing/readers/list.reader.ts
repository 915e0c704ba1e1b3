import type { Envelope } from '../../../events/envelope.interface';
import type { ItemReader } from '../item-envelope';
import { itemEnvelope } from '../item-envelope';
import type { ValueSource } from '../value-source';
import { isObject } from '../wire-values';
import { unknownItem, unknownValue } from './unknown.reader';

/** Reads the value of one field into envelopes. */
export type FieldReader = (source: ValueSource, out: Envelope[]) => void;

/** Readers by the member of the value that lists the items; `null` for members that hold none. */
export type ListReaders = ReadonlyMap<string, ItemReader | null>;

/** Members that say something about the items; what an item needs of them stands in its envelope. */
const besideItems = { messaging_product: null, metadata: null, contacts: null, conversation_context: null };

/** Readers of a value: the given lists beside the members that hold no items. */
export function listReaders(lists: Readonly<Record<string, ItemReader | null>>): ListReaders {
  return new Map(Object.entries({ ...besideItems, ...lists }));
}

/** Reads a field whose values hold lists of items. */
export function listReader(lists: Readonly<Record<string, ItemReader>>): FieldReader {
  const readers = listReaders(lists);
  return (source, out) => {
    const before = out.length;
    readLists(readers, source, out);
    if (out.length === before) {
      out.push(itemEnvelope(unknownValue(source.value, source), source.value, source, undefined));
    }
  };
}

/** Reads all lists of a value. Meta groups updates freely: every list may stand beside every other. */
export function readLists(readers: ListReaders, source: ValueSource, out: Envelope[]): void {
  for (const member of Object.keys(source.value)) {
    const reader = readers.get(member);
    if (reader === null) continue;
    const content = source.value[member];
    if (Array.isArray(content)) {
      for (const item of content as unknown[]) readItem(reader, item, member, source, out);
    } else {
      readItem(reader, content, member, source, out);
    }
  }
}

function readItem(
  reader: ItemReader | undefined,
  item: unknown,
  member: string,
  source: ValueSource,
  out: Envelope[],
): void {
  if (item === null || item === undefined) return;
  const facts =
    reader !== undefined && isObject(item) ? reader(item, source) : unknownItem(item, source, member);
  out.push(itemEnvelope(facts, item, source, member));
}

/** Reads a field whose value is one item. */
export function valueReader(reader: ItemReader): FieldReader {
  return (source, out) => {
    out.push(itemEnvelope(reader(source.value, source), source.value, source, undefined));
  };
}
