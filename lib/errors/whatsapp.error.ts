/** Base class of all errors of this package. Never carries tokens or personal data in its message. @publicApi */
export class WhatsAppError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}
