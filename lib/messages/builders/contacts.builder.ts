import type {
  OutboundContact,
  OutboundContactAddress,
  OutboundContactName,
  OutboundContactsContent,
} from '../../wire/outbound/contacts';
import type { OutboundEnvelope } from '../../wire/outbound/envelope';
import type { ContactAddressDto, ContactCardDto, ContactNameDto } from '../dto/contact-card.dto';
import type { SendContactsInput } from '../dto/contacts.dto';
import { defined, mapped } from './defined';
import { inEnvelope } from './envelope.builder';

/** Contacts message. */
export function buildContacts(input: SendContactsInput): OutboundEnvelope & OutboundContactsContent {
  return inEnvelope(input, { type: 'contacts', contacts: input.contacts.map(contact) });
}

function contact(card: ContactCardDto): OutboundContact {
  return defined<OutboundContact>({
    name: name(card.name),
    addresses: card.addresses?.map(address),
    birthday: card.birthday,
    emails: card.emails?.map(({ email, type }) =>
      defined<{ email?: string; type?: string }>({ email, type }),
    ),
    org: mapped(card.org, ({ company, department, title }) =>
      defined<NonNullable<OutboundContact['org']>>({ company, department, title }),
    ),
    phones: card.phones?.map(({ phone, type, waId }) =>
      defined<{ phone?: string; type?: string; wa_id?: string }>({ phone, type, wa_id: waId }),
    ),
    urls: card.urls?.map(({ url, type }) => defined<{ url?: string; type?: string }>({ url, type })),
  });
}

function name(input: ContactNameDto): OutboundContactName {
  return defined<OutboundContactName>({
    formatted_name: input.formattedName,
    first_name: input.firstName,
    last_name: input.lastName,
    middle_name: input.middleName,
    suffix: input.suffix,
    prefix: input.prefix,
  });
}

function address(input: ContactAddressDto): OutboundContactAddress {
  const { street, city, state, zip, country, countryCode, type } = input;
  return defined<OutboundContactAddress>({
    street,
    city,
    state,
    zip,
    country,
    country_code: countryCode,
    type,
  });
}
