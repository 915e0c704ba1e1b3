import type {
  OutboundBusinessCompliance,
  WireBusinessCompliance,
  WireComplianceContact,
} from '../wire/business-compliance/business-compliance';
import type { BusinessCompliance, ComplianceContact } from './business-compliance.interface';
import type { ComplianceContactDto } from './dto/compliance-contact.dto';
import type { UpdateComplianceInput } from './dto/update-compliance.dto';

/** The information in Meta's names. */
export function buildCompliance(input: UpdateComplianceInput): OutboundBusinessCompliance {
  const { entityTypeCustom, isRegistered, grievanceOfficer } = input;
  return {
    messaging_product: 'whatsapp',
    entity_name: input.entityName,
    entity_type: input.entityType,
    ...(entityTypeCustom != null && { entity_type_custom: entityTypeCustom }),
    ...(isRegistered != null && { is_registered: isRegistered }),
    grievance_officer_details: { name: grievanceOfficer.name, ...buildContact(grievanceOfficer) },
    customer_care_details: buildContact(input.customerCare),
  };
}

/** What Meta answered. */
export function readCompliance(raw: WireBusinessCompliance): BusinessCompliance {
  const { grievance_officer_details: officer, customer_care_details: care } = raw;
  return {
    ...(raw.entity_name && { entityName: raw.entity_name }),
    ...(raw.entity_type && { entityType: raw.entity_type }),
    ...(raw.entity_type_custom && { entityTypeCustom: raw.entity_type_custom }),
    ...(raw.is_registered != null && { isRegistered: raw.is_registered }),
    ...(officer && {
      grievanceOfficer: { ...(officer.name && { name: officer.name }), ...readContact(officer) },
    }),
    ...(care && { customerCare: readContact(care) }),
    raw,
  };
}

function buildContact({ email, mobileNumber, landlineNumber }: ComplianceContactDto): WireComplianceContact {
  return {
    email,
    ...(mobileNumber != null && { mobile_number: mobileNumber }),
    ...(landlineNumber != null && { landline_number: landlineNumber }),
  };
}

function readContact(contact: Partial<WireComplianceContact>): ComplianceContact {
  const { email, mobile_number: mobileNumber, landline_number: landlineNumber } = contact;
  return {
    ...(email && { email }),
    ...(mobileNumber && { mobileNumber }),
    ...(landlineNumber && { landlineNumber }),
  };
}
