import type {
  RegisterPhoneNumberRequest,
  CreatePhoneNumberRequest,
} from '../wire/phone-numbers/phone-number-request';
import type { CreatePhoneNumberInput } from './dto/create-phone-number.dto';
import type { RegisterPhoneNumberInput } from './dto/register-phone-number.dto';

/** A new number. */
export function buildCreate(input: CreatePhoneNumberInput): CreatePhoneNumberRequest {
  return {
    cc: input.countryCode.replace('+', ''),
    phone_number: input.phoneNumber,
    verified_name: input.verifiedName,
    ...(input.migrate != null && { migrate_phone_number: input.migrate }),
    ...(input.preverifiedId != null && { preverified_id: input.preverifiedId }),
  };
}

/** A registration. */
export function buildRegister(input: RegisterPhoneNumberInput): RegisterPhoneNumberRequest {
  const { pin, dataLocalizationRegion, backup } = input;
  return {
    messaging_product: 'whatsapp',
    pin,
    ...(dataLocalizationRegion != null && { data_localization_region: dataLocalizationRegion }),
    ...(backup && { backup: { data: backup.data, password: backup.password } }),
  };
}
