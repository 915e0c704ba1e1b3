/**
 * Throw it from a handler to let the next handler run under `handling: 'first'`; this one counts as completed. Under
 * `handling: 'all'` it changes nothing. Exception filters never see it.
 * @publicApi
 */
export class ContinueHandling extends Error {
  override readonly name = 'ContinueHandling';

  constructor() {
    super('The handler asked to continue with the next handler of this event.');
  }
}
