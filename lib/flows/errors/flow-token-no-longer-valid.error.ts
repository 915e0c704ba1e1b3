import { FlowEndpointError } from './flow-endpoint.error';

/**
 * Answered with 427: the client shows the text (or one of its own) and disables the button of that flow message for good.
 * Throw it from a handler when the flow was completed already or its token is too old.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/guides/implementingyourflowendpoint
 * @publicApi
 */
export class FlowTokenNoLongerValidError extends FlowEndpointError {
  readonly status = 427;

  constructor(
    /** Text for the user; the client has one of its own. */
    readonly userMessage?: string,
  ) {
    super('The flow token is no longer valid.');
  }
}
