import { WhatsAppError } from './whatsapp.error';

/** The module is set up in a way that cannot work; the message names the option and the fix. @publicApi */
export class WhatsAppConfigurationError extends WhatsAppError {
  // Without a member of its own the class would look like its base to `instanceof` narrowing.
  declare readonly name: 'WhatsAppConfigurationError';
}
