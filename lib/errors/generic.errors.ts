import { errorTable, maybe, no, yes } from './error-table';
import { GraphApiError } from './graph-api.error';

/** 1: Malformed request, or a fault of Meta without an explanation. */
export class UnknownApiError extends GraphApiError {
  declare readonly name: 'UnknownApiError';
}

/** 2: Graph is down or overloaded for the moment. */
export class ApiServiceUnavailableError extends GraphApiError {
  declare readonly name: 'ApiServiceUnavailableError';
}

/** 33: The business phone number behind the id was deleted. */
export class PhoneNumberDeletedError extends GraphApiError {
  declare readonly name: 'PhoneNumberDeletedError';
}

/** 100: A parameter is unknown, misspelled, malformed, too long or not allowed here; `details` says which. */
export class InvalidGraphParameterError extends GraphApiError {
  declare readonly name: 'InvalidGraphParameterError';
}

/** 192: A phone number in the request is not valid. */
export class InvalidPhoneNumberError extends GraphApiError {
  declare readonly name: 'InvalidPhoneNumberError';
}

/** 506: Identical content was posted twice in a row. */
export class DuplicatePostError extends GraphApiError {
  declare readonly name: 'DuplicatePostError';
}

/** 803: The id in the path does not exist, or the token cannot see it. */
export class ObjectNotFoundError extends GraphApiError {
  declare readonly name: 'ObjectNotFoundError';
}

/** 1609005: Graph could not scrape the given URL. */
export class LinkPostError extends GraphApiError {
  declare readonly name: 'LinkPostError';
}

export const GENERIC_ERRORS = errorTable('generic', {
  1: maybe(UnknownApiError, 'exponential', 1),
  2: yes(ApiServiceUnavailableError, 'exponential', 300),
  33: no(PhoneNumberDeletedError),
  100: no(InvalidGraphParameterError),
  192: no(InvalidPhoneNumberError),
  506: no(DuplicatePostError),
  803: no(ObjectNotFoundError),
  1609005: maybe(LinkPostError, 'none'),
  141002: { ...no(GraphApiError), category: 'health' },
  141006: { ...no(GraphApiError), category: 'health' },
  141010: { ...no(GraphApiError), category: 'health' },
  141014: { ...no(GraphApiError), category: 'health' },
});
