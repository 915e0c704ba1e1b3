import type { RouteHandler } from '../route.interface';
import { requiredText, requireThat } from '../required';

/** `GET /{phone}/whatsapp_business_encryption`. */
export const getPublicKey: RouteHandler = ({ id }, { state }) => {
  const { publicKey } = state.numberRecords.of(id);
  if (publicKey === undefined) return { body: { data: [] } };
  const key = { business_public_key: publicKey, business_public_key_signature_status: 'VALID' };
  return { body: { data: [key] } };
};

/** `POST /{phone}/whatsapp_business_encryption`. */
export const setPublicKey: RouteHandler = async (request, { state }) => {
  const key = requiredText(await request.params(), 'business_public_key');
  requireThat(key.includes('PUBLIC KEY'), 'business_public_key must be a public key in PEM format');
  state.numberRecords.of(request.id).publicKey = key;
  return { body: { success: true } };
};
