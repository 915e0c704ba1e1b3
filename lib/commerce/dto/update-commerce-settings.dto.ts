import { IsBoolean, IsOptional } from 'class-validator';
import { InputDto } from '../../validation/input.dto';

/** What of the catalog a number is to show. At least one member. */
export class UpdateCommerceSettingsDto extends InputDto {
  /** Whether users can fill a cart. @default what is set; a new number: true */
  @IsOptional()
  @IsBoolean()
  isCartEnabled?: boolean | undefined;

  /** Whether the catalog shows in the profile and the chat. @default what is set; a new number: false */
  @IsOptional()
  @IsBoolean()
  isCatalogVisible?: boolean | undefined;
}

/** Input of `CommerceService.update`. @publicApi */
export type UpdateCommerceSettingsInput = UpdateCommerceSettingsDto;
