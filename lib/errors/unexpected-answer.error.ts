import { GraphApiError } from './graph-api.error';

/**
 * The answer was not one of the Graph API: HTML of a gateway, an empty or cut body, a redirect. The message says what
 * came; `raw` holds the body.
 * @publicApi
 */
export class UnexpectedAnswerError extends GraphApiError {
  declare readonly name: 'UnexpectedAnswerError';
}
