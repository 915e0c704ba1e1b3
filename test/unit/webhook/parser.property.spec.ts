import fc from 'fast-check';
import { WHATSAPP_EVENT_NAMES } from '../../../lib/events/event-names';
import { fieldReaders } from '../../../lib/webhook/parsing/field-table';
import { parseWebhook } from '../../../lib/webhook/webhook.parser';
import { metadata } from './bodies';
import type { Atom, Json } from './fixtures';
import { atomsOf, fixture, fixtureFiles } from './fixtures';

const names: ReadonlySet<string> = new Set(WHATSAPP_EVENT_NAMES);
const body = (entry: Json[]): Json => ({ object: 'whatsapp_business_account', entry });

/** What must not depend on how Meta groups items. Errors and summaries stand beside items, so they do. */
function essence(envelopes: readonly Json[]): Json[] {
  const texts = envelopes.map(
    ({ errors: _errors, conversationContext: _context, receivedAt: _at, ...rest }) =>
      JSON.stringify(rest, Object.keys(rest).sort().concat(allKeys(rest))),
  );
  return [...new Set(texts)].sort();
}

/** `JSON.stringify` with a list of names prints only those: collect all of them, for a stable order of members. */
function allKeys(value: Json): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...allKeys(inner)]);
}

/** The change that holds some items with the same surroundings. */
function changeOf(atoms: readonly Atom[]): Json {
  const [{ field, value, holder, member }] = atoms as [Atom];
  if (member === undefined) return { field, value };
  const beside = (object: Json): Json =>
    Object.fromEntries(
      Object.entries(object).filter(([name, content]) => name === 'contacts' || !Array.isArray(content)),
    );
  const lists: Record<string, Json[]> = {};
  for (const atom of atoms) (lists[atom.member!] ??= []).push(atom.item);
  return holder === value
    ? { field, value: { ...beside(value), ...lists } }
    : { field, value: { ...beside(value), standby: { ...beside(holder), ...lists } } };
}

/** Items that may share a value: same account, time, field, number and contacts. */
function surroundings({ entry, field, value, holder, member, item }: Atom): string {
  const whole = member === undefined ? item : null;
  return JSON.stringify([
    entry.id,
    entry.time,
    field,
    value.metadata,
    holder === value,
    holder.contacts,
    whole,
  ]);
}

/** Cuts a list into runs at the given places. */
function cut<T>(items: readonly T[], places: readonly number[]): T[][] {
  const runs: T[][] = [[]];
  items.forEach((item, i) => {
    if (i > 0 && places[i % places.length]! % 3 === 0) runs.push([]);
    runs.at(-1)!.push(item);
  });
  return runs;
}

describe('any split or merge of the same items gives the same events', () => {
  // One of the two pictures that share an id is left out: which of them is the repeat depends on the order.
  const atoms = fixtureFiles
    .filter((file) => file !== 'messages.image.no_caption_legacy')
    .flatMap((file) => atomsOf(fixture(file)));
  const alone = atoms.flatMap((atom) =>
    parseWebhook(body([{ ...atom.entry, changes: [changeOf([atom])] }]), { receivedAt: 1 }),
  );

  it('one by one there is one event for each item, each with its own key', () => {
    expect(alone.length).toBe(atoms.length);
    expect(new Set(alone.map(({ key }) => key)).size).toBe(atoms.length);
  });

  it('over entries, changes, lists and posts, in any order, with repeats', () => {
    const expected = essence(alone);
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...atoms.keys()], { minLength: atoms.length }),
        fc.array(fc.nat(20), { minLength: 5, maxLength: 40 }),
        fc.subarray([...atoms.keys()], { maxLength: 20 }),
        (shuffled, places, repeats) => {
          const groups = new Map<string, Atom[]>();
          for (const atom of [...shuffled, ...repeats].map((i) => atoms[i]!)) {
            const key = surroundings(atom);
            groups.set(key, [...(groups.get(key) ?? []), atom]);
          }
          const changes = [...groups.values()].flatMap((group) =>
            cut(group, places).map((run) => ({ entry: run[0]!.entry, change: changeOf(run) })),
          );
          const entries = cut(changes, places).flatMap((run) => {
            const byEntry = new Map<string, Json>();
            for (const { entry, change } of run) {
              const key = JSON.stringify([entry.id, entry.time]);
              if (!byEntry.has(key)) byEntry.set(key, { ...entry, changes: [] });
              byEntry.get(key).changes.push(change);
            }
            return [...byEntry.values()];
          });
          const envelopes = cut(entries, places).flatMap((run) => {
            const post = parseWebhook(body(JSON.parse(JSON.stringify(run))), { receivedAt: 2 });
            expect(new Set(post.map(({ key }) => key)).size).toBe(post.length);
            return post;
          });
          expect(essence(envelopes)).toEqual(expected);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('users are matched among any number of contacts', () => {
    const user = fc.record({ n: fc.nat(40), phone: fc.boolean(), id: fc.boolean() });
    const contact = (n: number): Json => ({
      profile: { name: `n${n}` },
      wa_id: `1555${n}`,
      user_id: `US.${n}`,
    });
    fc.assert(
      fc.property(fc.array(user, { minLength: 1, maxLength: 60 }), fc.boolean(), (users, extra) => {
        const messages = users.map(({ n, phone, id }, i) => ({
          id: `wamid.${i}`,
          timestamp: '1768003200',
          type: 'text',
          text: { body: 'x' },
          ...((phone || !id) && { from: `1555${n}` }),
          ...(id && { from_user_id: `US.${n}` }),
        }));
        const contacts = [...new Set(users.map(({ n }) => n))].map(contact);
        const change = (list: Json[], people: Json[]): Json => ({
          field: 'messages',
          value: { metadata, contacts: people, messages: list },
        });
        const together = [change(messages, extra ? [...contacts, contact(99)] : contacts)];
        const apart = messages.map((message, i) => change([message], [contact(users[i]!.n)]));
        const parse = (changes: Json[]): Json[] =>
          essence(parseWebhook(body([{ id: '3', changes }]), { receivedAt: 1 }));
        expect(parse(together)).toEqual(parse(apart));
      }),
    );
  });
});

describe('no content makes the parser throw', () => {
  function check(input: Json): void {
    const before = JSON.stringify(input);
    const envelopes = parseWebhook(input, { receivedAt: 1 });
    for (const envelope of envelopes) {
      expect(names.has(envelope.name)).toBe(true);
      expect(typeof envelope.lane).toBe('string');
      expect(envelope.key.startsWith(`${envelope.name}:`) || envelope.name.startsWith('unknown')).toBe(true);
      expect(JSON.parse(JSON.stringify(envelope))).toEqual(envelope);
    }
    expect(new Set(envelopes.map(({ key }) => key)).size).toBe(envelopes.length);
    expect(JSON.stringify(input)).toBe(before);
  }

  const json = fc.jsonValue({ maxDepth: 5 }).map((value) => JSON.parse(JSON.stringify(value)));

  it('arbitrary JSON', () => {
    fc.assert(fc.property(json, check));
  });

  it('arbitrary values of every field', () => {
    const field = fc.oneof(fc.constantFrom(...fieldReaders.keys()), fc.string());
    const member = fc.constantFrom(
      'messages', 'statuses', 'calls', 'groups', 'history', 'message_echoes', 'standby', 'errors', 'contacts', 'metadata', 'events',
      'state_sync', 'user_preferences', 'user_id_update', 'automatic_events', 'user_actions', 'recipient', 'sender', 'waba_info',
    ); // prettier-ignore
    const value = fc.oneof(
      json,
      fc.dictionary(member, fc.oneof(json, fc.array(json), fc.array(fc.dictionary(member, json)))),
    );
    fc.assert(
      fc.property(fc.array(fc.record({ field, value })), json, json, (changes, id, time) => {
        check(JSON.parse(JSON.stringify(body([{ id, time, changes }]))));
      }),
    );
  });

  it('fixtures with any member replaced or taken out', () => {
    const mutated = fc
      .record({
        file: fc.constantFrom(...fixtureFiles),
        path: fc.array(fc.nat(), { minLength: 4, maxLength: 12 }),
        value: fc.option(json, { nil: undefined }),
      })
      .map(({ file, path, value }) => mutate(fixture(file), path, value));
    fc.assert(fc.property(mutated, check), { numRuns: 2000 });
  });

  /** Walks down by the numbers and puts the value where the walk ends. */
  function mutate(root: Json, path: readonly number[], value: Json): Json {
    let node = root;
    for (const [depth, step] of path.entries()) {
      const members = Object.keys(node);
      if (members.length === 0) break;
      const member = members[step % members.length]!;
      const child = node[member];
      if (depth === path.length - 1 || typeof child !== 'object' || child === null) {
        if (value !== undefined) node[member] = value;
        else if (Array.isArray(node)) node.splice(Number(member), 1);
        else delete node[member];
        break;
      }
      node = child;
    }
    return root;
  }
});
