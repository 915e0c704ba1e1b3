import { WhatsAppError } from './whatsapp.error';

/**
 * The user has not written or called within 24 hours, so only templates would arrive. Nothing was sent.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages
 * @publicApi
 */
export class OutsideWindowError extends WhatsAppError {
  constructor() {
    super(
      'The customer-service window is closed: the user has not written or called within 24 hours. Nothing was sent. Send ' +
        'a template, or give one in `outsideWindow`.',
    );
  }
}
