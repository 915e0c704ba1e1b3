import type {
  MarketingMessagesLiteApiStatus,
  MarketingMessagesOnboardingStatus,
} from '../waba/business-account';

/** The fields of a WABA that say how far its onboarding to the Marketing Messages API has come. */
export interface MarketingMessagesStatus {
  id: string;
  marketing_messages_lite_api_status?: MarketingMessagesLiteApiStatus;
  marketing_messages_onboarding_status?: MarketingMessagesOnboardingStatus;
}

/** Answer of `POST /{business id}/onboard_partners_to_mm_lite`. */
export interface MarketingMessagesInvitation {
  request_id?: string;
}
