import type { Open, WireTimestamp } from './common';

/** The click that an action belongs to. */
export interface MarketingClickData {
  click_component?: Open<'cta' | 'body'>;
  product_id?: string;
  click_id?: string;
  tracking_token?: string;
}

interface UserActionBase {
  timestamp: WireTimestamp;
  marketing_messages_link_click_data?: MarketingClickData;
}

/** Click on a link of a marketing message (Marketing Messages API). */
export interface LinkClickAction extends UserActionBase {
  action_type: 'marketing_messages_link_click';
}

/** The landing page of a marketing message was seen; pairs with a click by `click_id` or `tracking_token`. */
export interface LandingPageViewAction extends UserActionBase {
  action_type: 'landing_page_view';
}

/** An action that this release does not know. */
export interface UnknownUserAction extends UserActionBase {
  action_type?: string;
  [key: string]: unknown;
}
