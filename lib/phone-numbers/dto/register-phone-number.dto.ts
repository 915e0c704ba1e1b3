import { IsOptional } from 'class-validator';
import { InputDto } from '../../validation/input.dto';
import { ANY_TEXT } from '../../validation/limits';
import { Advise, Rule } from '../../validation/rule.decorator';
import { CodePointLength } from '../../validation/rules/code-point-length.decorator';
import { Nested } from '../../validation/rules/nested.decorator';
import type { CodeVerificationStatus } from '../../wire/phone-numbers/phone-number';
import type { StorageRegion } from '../../wire/settings/phone-number-settings';

/** The words for what is no two-step PIN. */
export function pinProblem(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d{6}$/.test(value) ? undefined : 'must be a string of 6 digits';
}

/** Backup of an on-premises installation. */
export class RegistrationBackupDto extends InputDto {
  /** Base64, as the on-premises client wrote it. */
  @CodePointLength(ANY_TEXT)
  data!: string;

  /** Password of the backup. */
  @CodePointLength(ANY_TEXT)
  password!: string;
}

/** Registration of a number on the Cloud API. */
export class RegisterPhoneNumberDto extends InputDto {
  /** The two-step PIN, 6 digits. It becomes the PIN of a number that has none. */
  @Rule('pin', pinProblem, { type: 'string', pattern: '^\\d{6}$' })
  pin!: string;

  /**
   * Country to keep message content in. Up to API version v20.0 only: later ones take the storage configuration of the
   * number's settings, set before it is registered.
   */
  @IsOptional()
  @Rule(
    'region',
    (value) =>
      typeof value === 'string' && /^[A-Z]{2}$/.test(value) ? undefined : 'must be a country code such as DE',
    { type: 'string' },
  )
  @Advise(
    'regionMovedToSettings',
    () =>
      'is taken up to API version v20.0 only; later versions need the storage configuration of the settings, set before the registration',
  )
  dataLocalizationRegion?: StorageRegion | (string & {}) | undefined;

  /** Moves the number from an on-premises installation. */
  @IsOptional()
  @Nested(() => RegistrationBackupDto)
  backup?: RegistrationBackupDto | undefined;

  /**
   * `code_verification_status` of the number, if known: one that is not `VERIFIED` is refused before it costs one of the
   * 10 attempts.
   */
  @IsOptional()
  @Rule('verified', (value) =>
    value === 'NOT_VERIFIED' || value === 'EXPIRED'
      ? 'must be VERIFIED: call requestCode and verifyCode first'
      : undefined,
  )
  codeVerificationStatus?: CodeVerificationStatus | undefined;
}

/** Input of `PhoneNumbersService.register`. @publicApi */
export type RegisterPhoneNumberInput = RegisterPhoneNumberDto;
