import type { Open } from '../inbound/common';

/** Legal form of a business. */
export type BusinessEntityType = Open<
  | 'LIMITED_LIABILITY_PARTNERSHIP'
  | 'SOLE_PROPRIETORSHIP'
  | 'PARTNERSHIP'
  | 'PUBLIC_COMPANY'
  | 'PRIVATE_COMPANY'
  | 'OTHER'
>;

/** How customers reach the business. */
export interface WireComplianceContact {
  email: string;
  /** With `+` and country code. */
  mobile_number?: string;
  /** With `+` and country code. */
  landline_number?: string;
}

/** Who answers complaints. */
export interface WireGrievanceOfficer extends WireComplianceContact {
  name: string;
}

/** Body of `POST /{phone number id}/business_compliance_info`. */
export interface OutboundBusinessCompliance {
  messaging_product: 'whatsapp';
  entity_name: string;
  entity_type: BusinessEntityType;
  entity_type_custom?: string;
  is_registered?: boolean;
  grievance_officer_details: WireGrievanceOfficer;
  customer_care_details: WireComplianceContact;
}

/** Entry of `GET /{phone number id}/business_compliance_info`. What the business has not set is left out. */
export interface WireBusinessCompliance {
  messaging_product?: 'whatsapp';
  entity_name?: string;
  entity_type?: BusinessEntityType;
  entity_type_custom?: string;
  is_registered?: boolean;
  grievance_officer_details?: Partial<WireGrievanceOfficer>;
  customer_care_details?: Partial<WireComplianceContact>;
  [field: string]: unknown;
}
