/**
 * Throw it from a handler to end the handling of the event: no later handler runs, and this one counts as completed.
 * Exception filters never see it. Not a `WhatsAppError`, because it reports no failure.
 * @publicApi
 */
export class StopHandling extends Error {
  override readonly name = 'StopHandling';

  constructor() {
    super('The handler asked to stop the handling of this event.');
  }
}
