import { FlowEndpointError } from './flow-endpoint.error';

/**
 * Answered with 432: the request was not signed with the secret of the app that is linked to the flow.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/guides/implementingyourflowendpoint
 * @publicApi
 */
export class FlowRequestSignatureAuthenticationFailedError extends FlowEndpointError {
  readonly status = 432;

  constructor(reason: string) {
    super(`The flow request is not signed by Meta: ${reason}`);
  }
}
