import { WhatsAppError } from './whatsapp.error';

/** The module is set up in a way that cannot work; the message names the option and the fix. @publicApi */
export class WhatsAppConfigurationError extends WhatsAppError {}
