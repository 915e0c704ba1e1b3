import * as errors from '../../../lib/errors/calling.errors';
import { toGraphApiError } from '../../../lib/errors/graph-error.mapper';
import { errorsOf } from '../../../lib/errors/webhook-errors';

const OPERATION = 'POST /{id}/calls';

/** The error of a code, as the answer to a request and as a webhook tells it. */
function bothWays(code: number, details = 'Details.', operation = OPERATION) {
  const body = { error: { message: `(#${code}) Title`, code, error_data: { details }, fbtrace_id: 'A1' } };
  const [told] = errorsOf([{ code, title: 'Title', error_data: { details } }], {
    now: Date.UTC(2026, 0, 10),
  });
  return {
    answered: toGraphApiError(400, {}, body, { operation, now: Date.UTC(2026, 0, 10) }),
    told: told!,
  };
}

describe('calling errors, from answers and from call webhooks', () => {
  const rows = [
    ['CallingNotEnabled', 138000, errors.CallingNotEnabledError, 'none'],
    ['CallingCannotBeEnabled', 138018, errors.CallingCannotBeEnabledError, 'none'],
    ['ReceiverUncallable', 138001, errors.ReceiverUncallableError, 'none'],
    ['ConcurrentCallsLimit', 138002, errors.ConcurrentCallsLimitError, 'exponential'],
    ['DuplicateCall', 138003, errors.DuplicateCallError, 'event'],
    ['CallConnectionError', 138004, errors.CallConnectionError, 'exponential'],
    ['CallRateLimitExceeded', 138005, errors.CallRateLimitExceededError, 'exponential'],
    ['CallPermissionNotFound', 138006, errors.CallPermissionNotFoundError, 'none'],
    ['CallConnectionTimeout', 138007, errors.CallConnectionTimeoutError, 'exponential'],
    ['CallPermissionRequestLimitHit', 138009, errors.CallPermissionRequestLimitHitError, 'fixed'],
    ['BusinessInitiatedCallsLimitHit', 138012, errors.BusinessInitiatedCallsLimitHitError, 'details'],
  ] as const;

  it.each(rows)('S3 %s: code %d has a class of its own', (_seed, code, type, retryStrategy) => {
    const { answered, told } = bothWays(code);
    for (const error of [answered, told]) {
      expect(error).toBeInstanceOf(type);
      expect(error).toMatchObject({ code, retryStrategy, details: 'Details.' });
    }
  });

  it.each(rows)('S3 CallingError: %s is one', (_seed, code) => {
    const { answered, told } = bothWays(code);
    expect(answered).toBeInstanceOf(errors.CallingError);
    expect(told).toBeInstanceOf(errors.CallingError);
  });

  it('S3 BusinessInitiatedCallsLimitHit: tells when the next call is allowed', () => {
    const { answered } = bothWays(138012, 'Next call allowed after 2026-01-10T02:00:00Z.');
    expect(answered.retryAfterMs).toBe(2 * 60 * 60 * 1000);
    expect(bothWays(138012).answered.retryAfterMs).toBeUndefined();
  });

  it('S3 FetchCallPermissionLimitHit: 613 on call_permissions only; elsewhere it is the general limit', () => {
    const onPermissions = bothWays(613, 'Details.', 'GET /{id}/call_permissions').answered;
    expect(onPermissions).toBeInstanceOf(errors.FetchCallPermissionLimitHitError);
    expect(onPermissions.retryable).toBe(true);
    expect(bothWays(613, 'Details.', 'GET /{id}').answered).not.toBeInstanceOf(errors.CallingError);
  });

  it('S3 FetchCallPermissionLimitHit: 138013 has another meaning today', () => {
    expect(bothWays(138013).answered).toBeInstanceOf(errors.BusinessInitiatedCallingNotAvailableError);
  });

  it('never shows a call id, which holds the phone number', () => {
    const { answered, told } = bothWays(138007, 'Call wacid.HBgLMTU1NTAxMDAxMjMVAgASGCA= timed out.');
    for (const error of [answered, told]) expect(error.details).toBe('Call [call id] timed out.');
  });

  it('knows the refusal of call endpoints on a number with SIP', () => {
    expect(bothWays(131055).answered).toBeInstanceOf(errors.CallingMethodNotAllowedError);
  });
});
