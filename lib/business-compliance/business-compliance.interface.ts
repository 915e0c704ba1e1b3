import type {
  BusinessEntityType,
  WireBusinessCompliance,
} from '../wire/business-compliance/business-compliance';

/** How customers reach the business. @publicApi */
export interface ComplianceContact {
  readonly email?: string;
  readonly mobileNumber?: string;
  readonly landlineNumber?: string;
}

/** Who answers complaints. @publicApi */
export interface GrievanceOfficer extends ComplianceContact {
  readonly name?: string;
}

/** Who stands behind a number. What the business has not set is left out. @publicApi */
export interface BusinessCompliance {
  readonly entityName?: string;
  readonly entityType?: BusinessEntityType;
  readonly entityTypeCustom?: string;
  readonly isRegistered?: boolean;
  readonly grievanceOfficer?: GrievanceOfficer;
  readonly customerCare?: ComplianceContact;
  /** Meta's answer, untouched. */
  readonly raw: WireBusinessCompliance;
}
