import { IsBoolean, IsOptional } from 'class-validator';
import { InputDto } from '../../validation/input.dto';
import { ANY_TEXT } from '../../validation/limits';
import { Rule } from '../../validation/rule.decorator';
import { CodePointLength } from '../../validation/rules/code-point-length.decorator';
import { Nested } from '../../validation/rules/nested.decorator';
import { OptionalText } from '../../validation/rules/optional-text.decorator';
import type { BusinessEntityType } from '../../wire/business-compliance/business-compliance';
import { COMPLIANCE_LIMITS } from '../compliance-limits';
import { ComplianceContactDto, GrievanceOfficerDto } from './compliance-contact.dto';

const OnlyFor = (...types: readonly string[]): PropertyDecorator =>
  Rule('onlyForEntityType', (_value, { entityType }) =>
    types.includes(entityType as string) ? undefined : `is for the entity type ${types.join(' or ')} only`,
  );

/** Who stands behind a number that sells in India. */
export class UpdateComplianceDto extends InputDto {
  /** Legal name, 2 to 128 characters. */
  @CodePointLength(COMPLIANCE_LIMITS.entityName)
  entityName!: string;

  /** Legal form. */
  @CodePointLength(ANY_TEXT)
  entityType!: BusinessEntityType;

  /** The legal form in words, with `OTHER` only. Up to 1024 characters. */
  @OptionalText(COMPLIANCE_LIMITS.entityTypeCustom)
  @OnlyFor('OTHER')
  entityTypeCustom?: string | undefined;

  /** Whether the business is registered, with `OTHER` and `PARTNERSHIP` only. */
  @IsOptional()
  @IsBoolean()
  @OnlyFor('OTHER', 'PARTNERSHIP')
  isRegistered?: boolean | undefined;

  /** Who answers complaints. */
  @Nested(() => GrievanceOfficerDto)
  grievanceOfficer!: GrievanceOfficerDto;

  /** How customers reach the business. */
  @Nested(() => ComplianceContactDto)
  customerCare!: ComplianceContactDto;
}

/** Input of `BusinessComplianceService.update`. @publicApi */
export type UpdateComplianceInput = UpdateComplianceDto;
