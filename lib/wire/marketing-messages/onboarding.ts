import type { Open } from '../inbound/common';
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

/** Past days that an estimate rests on. */
export type ReachInterval = Open<'L1D' | 'L7D' | 'L14D' | 'L28D'>;

/** What a maximum price would reach. Costs are in the currency of the WABA. */
export interface ReachEstimate {
  /** Price of 1000 deliveries, in the smallest unit of the currency. */
  bid_amount?: number;
  users?: number;
  deliveries_lower_bound?: number;
  deliveries_upper_bound?: number;
  cost_lower_bound?: number;
  cost_upper_bound?: number;
}

/** Answer of `GET /{waba id}/reachestimate`. */
export interface MarketingMessagesReach {
  waba_currency?: string;
  estimates?: ReachEstimate[];
  [field: string]: unknown;
}
