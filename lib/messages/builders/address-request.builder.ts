import type { OutboundAddressAction, OutboundAddressValues } from '../../wire/outbound/address';
import type { AddressErrorsDto, AddressValuesDto, RequestAddressInput } from '../dto/address-request.dto';
import { ADDRESS_PARTS } from '../dto/address-request.dto';
import { defined, mapped } from './defined';
import type { InteractiveMessage } from './interactive.builder';
import { body, footer, header, interactiveMessage } from './interactive.builder';

/** Asks for an address. */
export function buildAddressRequest(input: RequestAddressInput): InteractiveMessage {
  const parameters = defined<OutboundAddressAction['parameters']>({
    country: input.country ?? 'IN',
    values: mapped(input.values, addressParts),
    saved_addresses: input.savedAddresses?.map(({ id, value }) => ({ id, value: addressParts(value) })),
    validation_errors: mapped(input.validationErrors, addressParts),
  });
  return interactiveMessage(input, {
    type: 'address_message',
    ...header(input.header),
    ...body(input.body),
    ...footer(input.footer),
    action: { name: 'address_message', parameters },
  });
}

function addressParts(input: AddressValuesDto | AddressErrorsDto): OutboundAddressValues {
  const parts: OutboundAddressValues = {};
  for (const [name, wireName] of ADDRESS_PARTS) {
    const text = input[name];
    if (text != null) parts[wireName] = text;
  }
  return parts;
}
