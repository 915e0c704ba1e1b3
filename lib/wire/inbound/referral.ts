import type { Open } from './common';

/**
 * The ad or post that a first message came from.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/text
 */
export interface Referral {
  source_url: string;
  source_id: string;
  source_type: Open<'ad' | 'post'>;
  headline?: string;
  body?: string;
  media_type?: Open<'image' | 'video'>;
  image_url?: string;
  video_url?: string;
  thumbnail_url?: string;
  /** Click id of a click-to-WhatsApp ad; absent for ads in Status and for posts. */
  ctwa_clid?: string;
  welcome_message?: { text?: string };
  ref?: string;
}
