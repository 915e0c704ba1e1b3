import { FEATURES } from '../../calls/number-settings';
import type { Feature } from '../../calls/number-settings';
import { timestamp } from '../../webhooks/webhook-builders';
import { isObject, textOf } from '../../model/json';
import { settingsProblem } from '../../rules/settings.rules';
import { GraphRefusal } from '../graph-refusal';
import type { RouteContext, RouteHandler, RouteRequest } from '../route.interface';

const isFeature = (name: string): name is Feature => (FEATURES as readonly string[]).includes(name);

/** `GET /{phone}/settings`. */
export const getSettings: RouteHandler = ({ query, number }, { state }) => {
  const names = textOf(query.get('fields'))?.split(',') ?? [...FEATURES];
  const unknown = names.find((name) => !isFeature(name));
  if (unknown !== undefined)
    throw new GraphRefusal(100, { message: `(#100) Tried accessing nonexisting field (${unknown})` });
  const settings = state.calling.settingsOf(number.phoneNumberId);
  const withPasswords = query.get('include_sip_credentials') === 'true';
  return { body: settings.answer(names.filter(isFeature), withPasswords) };
};

/** `POST /{phone}/settings`: one feature at a time. */
export const updateSettings: RouteHandler = async (request, context) => {
  const body = await request.params();
  const [name, ...others] = Object.keys(body).filter(isFeature);
  if (name === undefined || others.length > 0)
    throw new GraphRefusal(100, { details: 'Exactly one feature can be configured in a request.' });
  const change = body[name];
  if (!isObject(change)) throw new GraphRefusal(100, { details: `${name} must be an object.` });
  const problem = settingsProblem(name, change, context.state.clock.now());
  if (problem !== undefined) throw new GraphRefusal(100, { details: problem });
  const settings = context.state.calling.settingsOf(request.number.phoneNumberId);
  const before = settings.told;
  settings.apply(name, change);
  return {
    body: { success: true },
    after: settings.told === before ? undefined : () => tell(request, context),
  };
};

/** Meta tells of the change of some members, whoever made it. */
async function tell({ number }: RouteRequest, { state, webhooks }: RouteContext): Promise<void> {
  if (!webhooks.connected) return;
  const { calling } = state.calling.settingsOf(number.phoneNumberId).answer(['calling'], false);
  await webhooks.send([
    {
      entryId: number.wabaId,
      field: 'account_settings_update',
      contacts: [],
      shared: {
        messaging_product: 'whatsapp',
        timestamp: timestamp(state.clock.now()),
        type: 'phone_number_settings',
        phone_number_settings: { phone_number_id: number.phoneNumberId, calling },
      },
    },
  ]).answered;
}
