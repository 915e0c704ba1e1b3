import { textOf } from '../../model/json';
import type { JsonObject } from '../../model/json';
import { fieldNames, selectFields } from '../fields';
import type { RouteHandler } from '../route.interface';
import { requireProduct, requireThat } from '../required';

const TEXTS: Readonly<Record<string, number>> = { about: 139, address: 256, description: 512, email: 128 };
const MEMBERS = [...Object.keys(TEXTS), 'websites', 'vertical', 'profile_picture_url'];
const LIMIT_WEBSITES = 2;

/** `GET /{phone}/whatsapp_business_profile`: without fields it tells the product alone. */
export const getProfile: RouteHandler = ({ id, query }, { state }) => {
  const stored: JsonObject = { ...state.numberRecords.of(id).profile, messaging_product: 'whatsapp' };
  const names = new Set([...fieldNames(query.get('fields') ?? ''), 'messaging_product']);
  const shown = Object.entries(stored).filter(([name]) => names.has(name));
  return { body: { data: [Object.fromEntries(shown)] } };
};

/** `GET /{profile}`: the same by its own id. */
export const getProfileNode: RouteHandler = ({ id, number, query }, { state }) => {
  const { profile, verifiedName } = state.numberRecords.of(number.phoneNumberId);
  const empty = Object.fromEntries(MEMBERS.map((name) => [name, undefined]));
  const node = { ...empty, ...profile, id, account_name: verifiedName, messaging_product: 'whatsapp' };
  return {
    body: selectFields(node, query.get('fields'), {
      type: 'WhatsAppBusinessProfile',
      defaults: 'id,account_name',
    }),
  };
};

/** `POST /{phone}/whatsapp_business_profile`, and `POST /{profile}`: changes what is given; empty texts clear. */
export const updateProfile: RouteHandler = async (request, { state }) => {
  const { messaging_product, profile_picture_handle, websites, vertical, ...params } = await request.params();
  requireProduct({ messaging_product });
  const record = state.numberRecords.of(request.number.phoneNumberId);
  const profile = { ...record.profile };
  for (const [name, max] of Object.entries(TEXTS)) {
    const value = params[name];
    if (value === undefined) continue;
    requireThat(
      typeof value === 'string' && value.length <= max,
      `${name} must have at most ${max} characters`,
    );
    requireThat(name !== 'about' || value !== '', 'about must not be empty');
    set(profile, name, textOf(value));
  }
  if (websites !== undefined) {
    const given = Array.isArray(websites) ? websites.filter((website) => website !== '') : [];
    requireThat(given.length <= LIMIT_WEBSITES, 'websites may have 2 entries');
    set(profile, 'websites', given.length === 0 ? undefined : given);
  }
  if (vertical !== undefined) {
    requireThat(textOf(vertical) !== undefined, 'vertical must not be empty');
    profile['vertical'] = vertical;
  }
  if (profile_picture_handle !== undefined) {
    const handle = textOf(profile_picture_handle);
    requireThat(handle !== undefined, 'profile_picture_handle must not be empty');
    profile['profile_picture_url'] = `https://pps.whatsapp.net/v/${encodeURIComponent(handle)}`;
  }
  record.profile = profile;
  return { body: { success: true } };
};

function set(profile: JsonObject, name: string, value: unknown): void {
  if (value === undefined) delete profile[name];
  else profile[name] = value;
}
