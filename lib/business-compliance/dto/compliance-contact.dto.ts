import { IsOptional } from 'class-validator';
import { InputDto } from '../../validation/input.dto';
import { Rule } from '../../validation/rule.decorator';
import { CodePointLength, lengthProblem } from '../../validation/rules/code-point-length.decorator';
import { emailProblem } from '../../validation/rules/email';
import { COMPLIANCE_LIMITS } from '../compliance-limits';

const E164 = /^\+[1-9]\d{1,14}$/;

function phoneProblem(value: unknown): string | undefined {
  const wrongLength = lengthProblem(value, COMPLIANCE_LIMITS.phoneNumber);
  if (wrongLength !== undefined) return wrongLength;
  return E164.test(value as string) ? undefined : 'must be + and digits, country code first';
}

const PhoneWithPlus = (): PropertyDecorator => (target, property) => {
  IsOptional()(target, property);
  Rule('phoneWithPlus', phoneProblem, { type: 'string', pattern: E164.source })(target, property);
};

/** How customers reach the business. */
export class ComplianceContactDto extends InputDto {
  /** Up to 128 characters. */
  @Rule('email', (value) => emailProblem(value, COMPLIANCE_LIMITS.email), { type: 'string' })
  email!: string;

  /** With `+` and country code. */
  @PhoneWithPlus()
  mobileNumber?: string | undefined;

  /** With `+` and country code. */
  @PhoneWithPlus()
  landlineNumber?: string | undefined;
}

/** Who answers complaints. */
export class GrievanceOfficerDto extends ComplianceContactDto {
  /** Up to 128 characters. */
  @CodePointLength(COMPLIANCE_LIMITS.officerName)
  name!: string;
}
