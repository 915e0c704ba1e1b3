import { errorTable, no } from './error-table';
import { GraphApiError } from './graph-api.error';

/** The token is missing, expired or lacks a permission. @publicApi */
export class AuthorizationError extends GraphApiError {
  declare protected readonly group: 'authorization';
}

/** 0: The caller could not be authenticated: the token expired or was revoked. Get a new token. */
export class AuthExceptionError extends AuthorizationError {
  declare readonly name: 'AuthExceptionError';
}

/** 3: The app lacks a capability or permission for this endpoint. Served as HTTP 500, yet never transient. */
export class ApiMethodError extends AuthorizationError {
  declare readonly name: 'ApiMethodError';
}

/**
 * 10: Permission never granted, removed, or the account is not eligible for the endpoint. For flow keys: the phone
 * number is not allow-listed.
 */
export class PermissionDeniedError extends AuthorizationError {
  declare readonly name: 'PermissionDeniedError';
}

/** 102: The session behind the token is no longer valid. */
export class ApiSessionError extends AuthorizationError {
  declare readonly name: 'ApiSessionError';
}

/** 104: The request carried no access token at all. */
export class AccessTokenRequiredError extends AuthorizationError {
  declare readonly name: 'AccessTokenRequiredError';
}

/** 190: The token expired or is otherwise invalid; the subcode tells why. */
export class ExpiredAccessTokenError extends AuthorizationError {
  declare readonly name: 'ExpiredAccessTokenError';
}

/** 200 to 299: A permission is missing. Stands for the whole range 200 to 299. */
export class ApiPermissionError extends AuthorizationError {
  declare readonly name: 'ApiPermissionError';
}

export const AUTHORIZATION_ERRORS = errorTable('authorization', {
  0: no(AuthExceptionError),
  3: no(ApiMethodError),
  10: no(PermissionDeniedError),
  102: no(ApiSessionError),
  104: no(AccessTokenRequiredError),
  190: no(ExpiredAccessTokenError),
  200: no(ApiPermissionError),
});
