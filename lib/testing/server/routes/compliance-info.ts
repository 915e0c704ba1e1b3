import { isObject, textOf } from '../../model/json';
import type { JsonObject } from '../../model/json';
import { plainText, requiredText, requireProduct, requireThat } from '../required';
import type { RouteHandler } from '../route.interface';

const TYPES = [
  'LIMITED_LIABILITY_PARTNERSHIP',
  'SOLE_PROPRIETORSHIP',
  'PARTNERSHIP',
  'PUBLIC_COMPANY',
  'PRIVATE_COMPANY',
  'OTHER',
];

/** `GET /{phone}/business_compliance_info`. */
export const getComplianceInfo: RouteHandler = ({ id }, { state }) => {
  const { complianceInfo } = state.numberRecords.of(id);
  return { body: { data: complianceInfo ? [{ messaging_product: 'whatsapp', ...complianceInfo }] : [] } };
};

/** `POST /{phone}/business_compliance_info`: replaces what was there. */
export const setComplianceInfo: RouteHandler = async (request, { state }) => {
  const params = await request.params();
  requireProduct(params);
  const name = requiredText(params, 'entity_name');
  const type = requiredText(params, 'entity_type');
  const { entity_type_custom: custom, is_registered: registered } = params;
  requireThat(name.length >= 2 && name.length <= 128, 'entity_name must have 2 to 128 characters');
  requireThat(TYPES.includes(type), `entity_type must be one of {${TYPES.join(', ')}}`);
  requireThat(custom === undefined || type === 'OTHER', 'entity_type_custom is for entity_type OTHER');
  requireThat(
    registered === undefined || type === 'OTHER' || type === 'PARTNERSHIP',
    'is_registered is for entity_type OTHER and PARTNERSHIP',
  );
  state.numberRecords.of(request.id).complianceInfo = {
    entity_name: name,
    entity_type: type,
    ...(custom !== undefined && { entity_type_custom: custom }),
    ...(registered !== undefined && { is_registered: plainText(registered) === 'true' }),
    grievance_officer_details: contact(params, 'grievance_officer_details', ['name', 'email']),
    customer_care_details: contact(params, 'customer_care_details', ['email']),
  };
  return { body: { success: true } };
};

/** Somebody who can be reached: some members must be there, and a phone number. */
function contact(params: JsonObject, name: string, required: readonly string[]): JsonObject {
  const details = params[name];
  requireThat(
    isObject(details) && required.every((member) => textOf(details[member]) !== undefined),
    `${name} must have ${required.join(', ')}`,
  );
  return details;
}
