import { WhatsAppError } from '../../errors/whatsapp.error';

/**
 * SIP is enabled on the number, so that Meta refuses every request to its call endpoints; nothing was sent. Signal calls
 * by SIP, or turn it off: `settings.update({ calling: { sip: { status: 'DISABLED' } } })`.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/sip
 * @publicApi
 */
export class CallingUnavailableWithSipError extends WhatsAppError {
  declare readonly name: 'CallingUnavailableWithSipError';

  constructor() {
    super(
      'SIP is enabled on this phone number, so that its call endpoints do not work; nothing was sent. Signal calls by ' +
        "SIP, or turn it off with settings.update({ calling: { sip: { status: 'DISABLED' } } }).",
    );
  }
}
