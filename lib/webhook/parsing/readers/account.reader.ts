import type { WhatsAppEventName } from '../../../events/event-map';
import { nameOf, templateStatusName } from '../../webhook.naming';
import type { ItemFacts, ItemReader } from '../item-envelope';
import { contentKey, keyPart } from '../keys';
import { flows } from '../name-tables';
import type { ValueSource } from '../value-source';
import { idOf, objectOf } from '../wire-values';

/** An update about an account that has one name. */
export function accountReader(name: WhatsAppEventName): ItemReader {
  return (_value, source) => accountFacts(name, source);
}

/** The status of a template changed, or its quality under the same field. */
export const readTemplateStatus: ItemReader = (value, source) =>
  accountFacts(templateStatusName(value), source);

/** An update about a flow. */
export const readFlow: ItemReader = (value, source) =>
  accountFacts(nameOf(flows, value.event, 'flow.unknown'), source);

/** Partner events are addressed to the business portfolio and name the account inside. */
export const readAccountUpdate: ItemReader = (value, source) => {
  if (!isPartnerEvent(value.event)) {
    return { ...accountFacts('account.update', source), displayPhoneNumber: idOf(value.phone_number) };
  }
  const wabaId = idOf(objectOf(value.waba_info)?.waba_id) ?? source.entryId;
  return { ...accountFacts('account.update', source, wabaId), wabaId, businessId: source.entryId };
};

function isPartnerEvent(event: unknown): boolean {
  return (
    typeof event === 'string' &&
    (event.startsWith('PARTNER_') || event === 'AD_ACCOUNT_LINKED' || event === 'MM_LITE_TERMS_SIGNED')
  );
}

/** Solutions belong to the business portfolio; there is no account. */
export const readPartnerSolution: ItemReader = (_value, source) => ({
  ...accountFacts('partner_solution.update', source),
  businessId: source.entryId,
});

/** Settings of a number changed. The only account update with a time of its own. */
export const readAccountSettings: ItemReader = (value, source) => ({
  name: 'account.settings_update',
  key: contentKey('account.settings_update', source.owner, value),
  lane: `account:${keyPart(source.entryId)}`,
  timestamp: value.timestamp,
});

/** The same content may come again later as a new update, so the time of the entry belongs to the key. */
function accountFacts(name: WhatsAppEventName, source: ValueSource, wabaId = source.entryId): ItemFacts {
  const prefix = `${keyPart(source.entryId)}:${keyPart(idOf(source.entryTime))}`;
  const domain = name.slice(0, name.indexOf('.'));
  return {
    name,
    key: contentKey(name, prefix, source.value),
    lane: `${domain}:${keyPart(wabaId)}`,
    timestamp: source.entryTime,
  };
}
