import {
  RecipientNotInAllowedListError,
  ReEngagementMessageError,
} from '../../../lib/errors/message-send.errors';
import { FlowMigrationError } from '../../../lib/errors/flow.errors';
import { GraphApiError } from '../../../lib/errors/graph-api.error';
import { errorsOf } from '../../../lib/errors/webhook-errors';
import type { WebhookError } from '../../../lib/wire/error';

describe('errorsOf', () => {
  it('describes the errors of a status as the classes of answers', () => {
    const [error] = errorsOf([
      {
        code: 131047,
        title: 'Re-engagement message',
        message: 'Re-engagement message',
        error_data: { details: 'More than 24 hours have passed' },
        href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/',
      },
    ]);
    expect(error).toBeInstanceOf(ReEngagementMessageError);
    expect(error?.message).toBe('(#131047) Re-engagement message: More than 24 hours have passed');
    expect(error).toMatchObject({ code: 131047, category: 'messaging', retryable: false });
    expect(error).not.toHaveProperty('httpStatus');
    expect(error?.raw).toMatchObject({ title: 'Re-engagement message' });
  });

  it('keeps all of them, and is lenient about types', () => {
    const errors = errorsOf(
      [
        { code: '131030', title: 'Not in list' },
        null,
        { code: 138012, message: 'Limit', error_data: { details: 'after 2026-11-20T12:00:10Z' } },
        { error_code: '4233041', error_message: 'Name is missing' },
        { code: 7777777, details: 'new' },
      ] as unknown as WebhookError[],
      { now: Date.UTC(2026, 10, 20, 12) },
    );
    expect(errors.map((error) => error.name)).toEqual([
      'RecipientNotInAllowedListError',
      'BusinessInitiatedCallsLimitHitError',
      'FlowMigrationError',
      'GraphApiError',
    ]);
    expect(errors[0]).toBeInstanceOf(RecipientNotInAllowedListError);
    expect(errors[1]?.retryAfterMs).toBe(10_000);
    expect(errors[2]).toBeInstanceOf(FlowMigrationError);
    expect(errors[3]).toBeInstanceOf(GraphApiError);
    expect(errors[3]).toMatchObject({ category: 'unknown', details: 'new' });
  });

  it('gives an empty list for no errors', () => {
    expect(errorsOf(undefined)).toEqual([]);
    expect(errorsOf(null)).toEqual([]);
    expect(errorsOf([])).toEqual([]);
  });
});
