import { WHATSAPP_EVENT_NAMES } from '../../../lib/events/event-names';
import { parseWebhook } from '../../../lib/webhook/webhook.parser';
import { fixtureNames } from './fixture-names';
import type { Atom, Json } from './fixtures';
import { atomsOf, fixture, fixtureFiles } from './fixtures';

/**
 * Expectations are drawn from the bodies by value (which of the known users does an item name?), not by the members
 * that the parser reads.
 */
const PHONES = ['15550100123', '15550100456', '15550108888'];
const BUSINESS_NUMBERS: Record<string, string> = {
  '200555000000001': '15550100001',
  '123555123': '15550109999',
};

function texts(item: Json): string[] {
  return Object.values(item).filter((value): value is string => typeof value === 'string');
}

/** Where the fields without a flat user name theirs. */
function userHolder({ field, member, item }: Atom): Json {
  if (field === 'messaging_handovers') return item.sender;
  if (field === 'standby' && member === 'message_echoes') return item.message;
  if (field === 'user_id_update') return { phone: item.wa_id, id: item.user_id.current };
  return item;
}

const phoneOf = (atom: Atom): string | undefined =>
  texts(userHolder(atom)).find((text) => PHONES.includes(text));
const bsuidOf = (atom: Atom): string | undefined =>
  texts(userHolder(atom)).find((text) => /^US\.(?!ENT)/.test(text));

function groupOf({ item }: Atom): string | undefined {
  return texts(item).find((text) => text.startsWith('Y2FwaV9ncm91cD'));
}

function contactOf(atom: Atom): Json {
  const contacts: Json[] = atom.holder.contacts ?? [];
  if (atom.field === 'user_id_update') return contacts[0];
  return (
    contacts.find((contact) => contact.user_id && contact.user_id === bsuidOf(atom)) ??
    contacts.find((contact) => contact.wa_id && contact.wa_id === phoneOf(atom))
  );
}

/** Items that belong to nobody's conversation. */
const CHATLESS =
  /^(error|unknown|user_action|app_state_sync|automatic_event|tracking_event|history\.(chunk|declined))/;

function chatOf(atom: Atom, name: string): Json {
  if (CHATLESS.test(name)) return undefined;
  const group = groupOf(atom);
  if (group) return { type: 'group', id: group };
  const id = phoneOf(atom) ?? bsuidOf(atom);
  return id && { type: 'individual', id };
}

function expectedLane(atom: Atom, name: string, number: string | undefined): string {
  const domain = name.split('.')[0]!;
  const { item, entry } = atom;
  const owner = number ?? entry.id;
  const user = groupOf(atom) ?? bsuidOf(atom) ?? contactOf(atom)?.user_id ?? phoneOf(atom);
  switch (domain) {
    case 'call':
      return `call:${item.id}`;
    case 'error':
    case 'history':
    case 'user_id':
      return `${domain}:${owner}`;
    case 'standby':
      if (name === 'standby.update') return `standby:${owner}`;
      return `${name === 'standby.status' ? 'standby_status' : 'standby'}:${owner}:${user}`;
    case 'user_action':
      return `user_action:${owner}:${item.marketing_messages_link_click_data.click_id}`;
    case 'tracking_event':
      return `tracking_event:${owner}:${item.tracking_data.click_id}`;
    case 'automatic_event':
      return `automatic_event:${owner}:${item.id}`;
    case 'app_state_sync':
      return `app_state_sync:${owner}:${item.contact.user_id ?? item.contact.phone_number}`;
    case 'unknown':
      return `unknown:${owner}:${atom.field}`;
    case 'message':
    case 'status':
    case 'payment':
    case 'echo':
    case 'group':
    case 'handover':
    case 'user_preference':
      return `${domain}:${owner}:${user}`;
    default:
      return `${domain}:${item.waba_info?.waba_id ?? entry.id}`;
  }
}

function expectedNumber({ value }: Atom): string | undefined {
  return (
    value.metadata?.phone_number_id ??
    value.recipient?.phone_number_id ??
    value.phone_number_settings?.phone_number_id
  );
}

describe('parseWebhook on every fixture', () => {
  it('has expectations for every file, and names only events that exist', () => {
    expect(Object.keys(fixtureNames).sort()).toEqual([...fixtureFiles].sort());
    for (const names of Object.values(fixtureNames)) {
      for (const name of names) expect(WHATSAPP_EVENT_NAMES).toContain(name);
    }
  });

  describe.each(fixtureFiles)('%s', (file) => {
    const body = fixture(file);
    const atoms = atomsOf(body);
    const envelopes = parseWebhook(body, { receivedAt: 42, appId: '500555000000001' });

    it('gives its events, each around the very object of Meta', () => {
      expect(envelopes.map(({ name }) => name)).toEqual(fixtureNames[file]);
      expect(envelopes.map(({ payload }) => payload)).toEqual(atoms.map(({ item }) => item));
      envelopes.forEach(({ payload }, i) => expect(payload).toBe(atoms[i]!.item));
      expect(body).toEqual(fixture(file));
    });

    it('says where each came from', () => {
      envelopes.forEach((envelope, i) => {
        const atom = atoms[i]!;
        const number = expectedNumber(atom);
        const portfolio = atom.entry.id === '400555000000001';
        expect(envelope).toMatchObject({ receivedAt: 42, appId: '500555000000001', field: atom.field });
        expect(envelope.wabaId).toBe(
          portfolio ? (atom.item.waba_info?.waba_id ?? atom.entry.id) : atom.entry.id,
        );
        expect(envelope.businessId).toBe(portfolio ? '400555000000001' : undefined);
        expect(envelope.phoneNumberId).toBe(number);
        expect(envelope.displayPhoneNumber).toBe(
          atom.field === 'account_settings_update'
            ? undefined
            : (BUSINESS_NUMBERS[number!] ?? atom.value.display_phone_number ?? atom.value.phone_number),
        );
        expect(envelope.collection).toBe(atom.member);
        expect(envelope.conversationContext).toBe(
          envelope.name.startsWith('message.') ? atom.value.conversation_context : undefined,
        );
        expect(envelope.errors).toBe(envelope.name.startsWith('call.') ? atom.value.errors : undefined);
      });
    });

    it('finds the user, the conversation, the time and the lane of each', () => {
      envelopes.forEach((envelope, i) => {
        const atom = atoms[i]!;
        const { item, entry, value } = atom;
        const seconds =
          item.timestamp ?? (envelope.name.startsWith('error.') ? undefined : item.metadata?.timestamp);
        const time = seconds ?? (atom.member === undefined && !value.metadata ? entry.time : undefined);
        expect(envelope.timestamp).toBe(time === undefined ? undefined : Number(time) * 1000);
        expect(envelope.contact).toBe(contactOf(atom));
        expect(envelope.chat).toEqual(chatOf(atom, envelope.name));
        expect(envelope.lane).toBe(expectedLane(atom, envelope.name, envelope.phoneNumberId));
      });
    });

    it('gives each a key of its own that holds its name, its account and its id', () => {
      envelopes.forEach((envelope, i) => {
        const { item, entry, field } = atoms[i]!;
        const owner = envelope.phoneNumberId ?? entry.id;
        expect(envelope.key.startsWith(`${envelope.name}:${owner}:`)).toBe(true);
        if (field !== 'automatic_events' && typeof item.id === 'string') {
          if (envelope.name !== 'unknown') expect(envelope.key).toContain(item.id);
        }
      });
      expect(new Set(envelopes.map(({ key }) => key)).size).toBe(envelopes.length);
    });

    it('gives the same again, and plain JSON', () => {
      expect(parseWebhook(fixture(file), { receivedAt: 42, appId: '500555000000001' })).toEqual(envelopes);
      expect(JSON.parse(JSON.stringify(envelopes))).toEqual(envelopes);
    });
  });

  it('loses nothing when all files come in one body, and no two items share a key', () => {
    const bodies = fixtureFiles.map(fixture).filter((body) => body.object === 'whatsapp_business_account');
    const all = parseWebhook({
      object: 'whatsapp_business_account',
      entry: bodies.flatMap((body) => body.entry),
    });
    expect(all.length).toBe(Object.values(fixtureNames).flat().length);
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
    // Two of the files hold different pictures under one id.
    expect(all.filter(({ key }) => key.includes('#')).map(({ name }) => name)).toEqual(['message.image']);
  });
});
