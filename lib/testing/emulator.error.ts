/**
 * The emulator cannot do what a test asked for, or what a test expected did not happen.
 * @publicApi
 */
export class EmulatorError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}
