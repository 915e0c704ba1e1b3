import type { OfficialBusinessAccountRequest } from '../wire/official-business-account/official-business-account';
import type { ApplyForOfficialAccountInput } from './dto/apply-for-official-account.dto';

/** An application. */
export function buildApplication(input: ApplyForOfficialAccountInput): OfficialBusinessAccountRequest {
  const { primaryLanguage, parentBusinessOrBrand, supportingLinks, additionalInformation } = input;
  return {
    business_website_url: input.websiteUrl,
    primary_country_of_operation: input.primaryCountry,
    ...(primaryLanguage != null && { primary_language: primaryLanguage }),
    ...(parentBusinessOrBrand != null && { parent_business_or_brand: parentBusinessOrBrand }),
    ...(supportingLinks && { supporting_links: supportingLinks }),
    ...(additionalInformation != null && { additional_supporting_information: additionalInformation }),
  };
}
