import { IsIn, IsOptional } from 'class-validator';
import { InputDto } from '../../validation/input.dto';
import { ANY_TEXT, FREE_TEXT, INTERACTIVE_LIMITS } from '../../validation/limits';
import { Advise } from '../../validation/rule.decorator';
import { CodePointLength } from '../../validation/rules/code-point-length.decorator';
import { Nested, NestedList } from '../../validation/rules/nested.decorator';
import { OptionalText } from '../../validation/rules/optional-text.decorator';
import { HeaderMessageDto } from './interactive-parts.dto';

/** One text for each part of an Indian address. */
abstract class AddressTextsDto extends InputDto {
  @OptionalText(FREE_TEXT)
  name?: string | undefined;

  @OptionalText(FREE_TEXT)
  phoneNumber?: string | undefined;

  @OptionalText(FREE_TEXT)
  houseNumber?: string | undefined;

  @OptionalText(FREE_TEXT)
  floorNumber?: string | undefined;

  @OptionalText(FREE_TEXT)
  towerNumber?: string | undefined;

  @OptionalText(FREE_TEXT)
  buildingName?: string | undefined;

  @OptionalText(FREE_TEXT)
  address?: string | undefined;

  @OptionalText(FREE_TEXT)
  landmarkArea?: string | undefined;

  @OptionalText(FREE_TEXT)
  city?: string | undefined;

  @OptionalText(FREE_TEXT)
  state?: string | undefined;
}

/** An Indian address. */
export class AddressValuesDto extends AddressTextsDto {
  /** Up to 6 digits. */
  @OptionalText(INTERACTIVE_LIMITS.pinCode)
  inPinCode?: string | undefined;
}

/** What is wrong with the parts of an Indian address. */
export class AddressErrorsDto extends AddressTextsDto {
  @OptionalText(FREE_TEXT)
  inPinCode?: string | undefined;
}

/** An address that the user has used before. */
export class SavedAddressDto extends InputDto {
  @CodePointLength(ANY_TEXT)
  id!: string;

  @Nested(() => AddressValuesDto)
  value!: AddressValuesDto;
}

/** Asks a user in India for an address. For Indian business numbers only. */
export class RequestAddressDto extends HeaderMessageDto {
  /** @default 'IN' */
  @IsOptional()
  @IsIn(['IN'])
  country?: 'IN' | undefined;

  /** Filled in for the user. */
  @IsOptional()
  @Nested(() => AddressValuesDto)
  @Advise('addressParts', unknownParts)
  values?: AddressValuesDto | undefined;

  /** Offered to the user to choose from. */
  @IsOptional()
  @NestedList(() => SavedAddressDto)
  savedAddresses?: readonly SavedAddressDto[] | undefined;

  /** What is wrong with each part of the answer, when asking again. */
  @IsOptional()
  @Nested(() => AddressErrorsDto)
  @Advise('addressParts', unknownParts)
  validationErrors?: AddressErrorsDto | undefined;
}

/** Input of `requestAddress`. @publicApi */
export type RequestAddressInput = RequestAddressDto;

/** Parts of an address: our name and Meta's. */
export const ADDRESS_PARTS = [
  ['name', 'name'],
  ['phoneNumber', 'phone_number'],
  ['inPinCode', 'in_pin_code'],
  ['houseNumber', 'house_number'],
  ['floorNumber', 'floor_number'],
  ['towerNumber', 'tower_number'],
  ['buildingName', 'building_name'],
  ['address', 'address'],
  ['landmarkArea', 'landmark_area'],
  ['city', 'city'],
  ['state', 'state'],
] as const;

function unknownParts(value: unknown): string | undefined {
  const known = ADDRESS_PARTS.map(([name]) => name as string);
  const unknown = Object.keys((value as object | null) ?? {}).some((part) => !known.includes(part));
  return unknown ? `has parts besides ${known.join(', ')}, which are not sent` : undefined;
}
