import { IsOptional } from 'class-validator';
import { InputDto } from '../../validation/input.dto';
import { ANY_TEXT, FREE_TEXT } from '../../validation/limits';
import { Advise, Rule } from '../../validation/rule.decorator';
import { CodePointLength } from '../../validation/rules/code-point-length.decorator';
import { Nested, NestedList } from '../../validation/rules/nested.decorator';
import { OptionalText } from '../../validation/rules/optional-text.decorator';

const NAME_PARTS = ['firstName', 'lastName', 'middleName', 'suffix', 'prefix'] as const;

/** Name of a contact: the whole name and at least one of its parts. */
export class ContactNameDto extends InputDto {
  /** The whole name as shown. */
  @CodePointLength(ANY_TEXT)
  @Rule('nameParts', (_value, object) =>
    NAME_PARTS.some((part) => object[part] != null && object[part] !== '')
      ? undefined
      : `needs at least one of ${NAME_PARTS.join(', ')} beside it`,
  )
  formattedName!: string;

  @OptionalText(FREE_TEXT)
  firstName?: string | undefined;

  @OptionalText(FREE_TEXT)
  lastName?: string | undefined;

  @OptionalText(FREE_TEXT)
  middleName?: string | undefined;

  @OptionalText(FREE_TEXT)
  suffix?: string | undefined;

  @OptionalText(FREE_TEXT)
  prefix?: string | undefined;
}

/** Postal address of a contact. */
export class ContactAddressDto extends InputDto {
  @OptionalText(FREE_TEXT)
  street?: string | undefined;

  @OptionalText(FREE_TEXT)
  city?: string | undefined;

  @OptionalText(FREE_TEXT)
  state?: string | undefined;

  @OptionalText(FREE_TEXT)
  zip?: string | undefined;

  @OptionalText(FREE_TEXT)
  country?: string | undefined;

  /** Two letters. */
  @OptionalText(FREE_TEXT)
  @Advise('countryCode', (value) =>
    typeof value === 'string' && /^[A-Za-z]{2}$/.test(value) ? undefined : 'is not a code of two letters',
  )
  countryCode?: string | undefined;

  /** Free text, e.g. `Home`. */
  @OptionalText(FREE_TEXT)
  type?: string | undefined;
}

/** Email address of a contact. */
export class ContactEmailDto extends InputDto {
  @OptionalText(FREE_TEXT)
  @Advise('email', (value) => (value === '' ? 'is empty' : undefined))
  email?: string | undefined;

  /** Free text, e.g. `Work`. */
  @OptionalText(FREE_TEXT)
  type?: string | undefined;
}

/** Phone of a contact. With `waId` the card offers to message the contact, without it to invite the contact. */
export class ContactPhoneDto extends InputDto {
  @OptionalText(FREE_TEXT)
  @Advise('phone', (value, { waId }) =>
    value === '' && waId == null ? 'is empty, and there is no waId' : undefined,
  )
  phone?: string | undefined;

  /** Free text, e.g. `Mobile`. */
  @OptionalText(FREE_TEXT)
  type?: string | undefined;

  /** WhatsApp number, digits only. */
  @OptionalText(FREE_TEXT)
  @Advise('waId', (value) =>
    typeof value === 'string' && /^\d+$/.test(value) ? undefined : 'has other characters than digits',
  )
  waId?: string | undefined;
}

/** Web address of a contact. */
export class ContactUrlDto extends InputDto {
  @OptionalText(FREE_TEXT)
  @Advise('url', (value) => (value === '' ? 'is empty' : undefined))
  url?: string | undefined;

  /** Free text, e.g. `Work`. */
  @OptionalText(FREE_TEXT)
  type?: string | undefined;
}

/** Where a contact works. */
export class ContactOrganizationDto extends InputDto {
  @OptionalText(FREE_TEXT)
  company?: string | undefined;

  @OptionalText(FREE_TEXT)
  department?: string | undefined;

  @OptionalText(FREE_TEXT)
  title?: string | undefined;
}

/** One contact. */
export class ContactCardDto extends InputDto {
  @Nested(() => ContactNameDto)
  name!: ContactNameDto;

  @IsOptional()
  @NestedList(() => ContactAddressDto)
  addresses?: readonly ContactAddressDto[] | undefined;

  /** `YYYY-MM-DD`. */
  @IsOptional()
  @Rule('birthday', (value) => (isDate(value) ? undefined : 'must be a real date as YYYY-MM-DD'), {
    type: 'string',
    format: 'date',
  })
  birthday?: string | undefined;

  @IsOptional()
  @NestedList(() => ContactEmailDto)
  emails?: readonly ContactEmailDto[] | undefined;

  @IsOptional()
  @Nested(() => ContactOrganizationDto)
  org?: ContactOrganizationDto | undefined;

  @IsOptional()
  @NestedList(() => ContactPhoneDto)
  phones?: readonly ContactPhoneDto[] | undefined;

  @IsOptional()
  @NestedList(() => ContactUrlDto)
  urls?: readonly ContactUrlDto[] | undefined;
}

function isDate(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}
