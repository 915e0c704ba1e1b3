import { inspect } from 'node:util';
import fc from 'fast-check';
import {
  ApiPermissionError,
  AuthorizationError,
  ExpiredAccessTokenError,
} from '../../../lib/errors/authorization.errors';
import { CallingError, FetchCallPermissionLimitHitError } from '../../../lib/errors/calling.errors';
import { GraphApiError } from '../../../lib/errors/graph-api.error';
import { toGraphApiError } from '../../../lib/errors/graph-error.mapper';
import { GroupError, GroupRequestPartiallySucceededError } from '../../../lib/errors/group.errors';
import { hasGraphError } from '../../../lib/errors/reported-error';
import { TemplateAlreadyExistsError } from '../../../lib/errors/template.errors';
import {
  RateLimitHitError,
  RateLimitIssuesError,
  ThrottlingError,
} from '../../../lib/errors/throttling.errors';
import { UnexpectedAnswerError } from '../../../lib/errors/unexpected-answer.error';

const now = Date.UTC(2026, 10, 20, 12);
const map = (error: unknown, status = 400, headers = {}, operation?: string): GraphApiError =>
  toGraphApiError(status, headers, { error }, { now, operation });

describe('toGraphApiError', () => {
  it('reads all that a Graph error says', () => {
    const error = toGraphApiError(
      400,
      {},
      {
        error: {
          message: '(#100) Invalid parameter',
          type: 'OAuthException',
          code: 100,
          error_subcode: 2388024,
          error_data: { messaging_product: 'whatsapp', details: 'Name is taken' },
          error_user_title: 'Content exists',
          error_user_msg: 'Choose another name',
          is_transient: false,
          fbtrace_id: 'AbC123',
        },
      },
      { operation: 'POST /{id}/message_templates' },
    );
    expect(error).toBeInstanceOf(TemplateAlreadyExistsError);
    expect(error.toJSON()).toEqual({
      name: 'TemplateAlreadyExistsError',
      message: 'POST /{id}/message_templates: (#100/2388024) Invalid parameter: Name is taken',
      operation: 'POST /{id}/message_templates',
      httpStatus: 400,
      code: 100,
      subcode: 2388024,
      category: 'template',
      retryable: false,
      retryStrategy: 'none',
      fbtraceId: 'AbC123',
      details: 'Name is taken',
      userTitle: 'Content exists',
      userMessage: 'Choose another name',
    });
    expect(error.raw).toMatchObject({ error: { type: 'OAuthException' } });
  });

  it('takes codes as text, and error_data as text', () => {
    const error = map({
      message: 'Rate limit hit',
      code: '130429',
      error_subcode: '2494055',
      error_data: 'slow down',
    });
    expect(error).toBeInstanceOf(RateLimitHitError);
    expect(error).toMatchObject({ code: 130429, subcode: 2494055, details: 'slow down' });
    expect(error.message).toBe(
      '(#130429/2494055) Rate limit hit (the throughput of the number is used up): slow down',
    );
  });

  it('does not repeat details that the message has already, and does without any text', () => {
    expect(map({ message: 'No: bad thing', code: 100, error_data: { details: 'bad thing' } }).message).toBe(
      '(#100) No: bad thing',
    );
    expect(map({ code: 100 }).message).toMatch(/^\(#100\) Meta reported an error/);
    expect(map({ code: 100, error_data: { details: ' ' }, details: 'on top' }).details).toBe('on top');
  });

  it('reads codes by endpoint', () => {
    const error = map({ code: 613, message: 'Too fast' }, 429, {}, 'GET /{id}/call_permissions');
    expect(error).toBeInstanceOf(FetchCallPermissionLimitHitError);
    expect(error).toBeInstanceOf(CallingError);
    expect(error).toMatchObject({ category: 'throttling', retryable: true, retryAfterMs: 1000 });
  });

  it('keeps the range of permission codes', () => {
    expect(map({ code: 294, message: 'No permission' }, 403)).toBeInstanceOf(ApiPermissionError);
  });

  describe('unknown codes', () => {
    it('are plain errors by what the status says of retrying', () => {
      expect(map({ code: 131999, message: 'New' }, 400)).toMatchObject({
        category: 'unknown',
        retryable: false,
      });
      expect(map({ code: 131999, message: 'New' }, 403)).not.toBeInstanceOf(AuthorizationError);
      expect(map({ code: 131999, message: 'New' }, 503)).toMatchObject({
        category: 'server',
        retryable: true,
        retryAfterMs: 1000,
      });
      expect(map({ code: 131999, message: 'New' }, 429)).toBeInstanceOf(ThrottlingError);
    });

    it('and errors without a code follow the status', () => {
      expect(map({ message: 'Who are you' }, 401)).toBeInstanceOf(AuthorizationError);
      expect(map({ message: 'Go away' }, 403)).toBeInstanceOf(AuthorizationError);
      expect(map({ message: 'Oops', code: 'x1' }, 500)).toMatchObject({
        category: 'server',
        retryable: true,
      });
      expect(map({ message: 'Oops', code: 1.5 }, 500).code).toBeUndefined();
    });
  });

  describe('retrying', () => {
    it('honours is_transient whatever the code', () => {
      const error = map({ code: 131009, message: 'x', is_transient: true }, 500);
      expect(error).toMatchObject({ retryable: true, retryStrategy: 'exponential', retryAfterMs: 1000 });
      expect(map({ code: 80007, message: 'x', is_transient: true }).retryStrategy).toBe('header');
    });

    it('never takes code 3 for transient, though it comes as HTTP 500', () => {
      expect(map({ code: 3, message: 'x' }, 500).retryable).toBe(false);
    });

    it('counts the minutes of the usage header', () => {
      const usage = {
        '102290129340398': [{ type: 'whatsapp', estimated_time_to_regain_access: 7 }],
        '1': [{ estimated_time_to_regain_access: 19 }, null, { estimated_time_to_regain_access: 'x' }],
      };
      const error = map({ code: 80007, message: 'x' }, 400, {
        'x-business-use-case-usage': JSON.stringify(usage),
      });
      expect(error).toBeInstanceOf(RateLimitIssuesError);
      expect(error).toMatchObject({ retryAfterMs: 19 * 60_000, retryStrategy: 'header' });
    });

    it.each(['{', 'null', '3', '{"1":[{"estimated_time_to_regain_access":0}]}', '{"1":null}'])(
      'does without a useful usage header: %s',
      (header) => {
        const error = map({ code: 4, message: 'x' }, 400, { 'x-business-use-case-usage': header });
        expect(error).toMatchObject({ retryAfterMs: 300_000, retryStrategy: 'header' });
      },
    );

    it('does not mix the usage header into limits of seconds', () => {
      const header = JSON.stringify({ 1: [{ estimated_time_to_regain_access: 19 }] });
      const error = map({ code: 130429, message: 'x' }, 400, { 'x-business-use-case-usage': header });
      expect(error).toMatchObject({ retryAfterMs: 1000, retryStrategy: 'exponential' });
    });

    it('prefers Retry-After, in seconds or as a date', () => {
      const at = (value: string, status = 429, code = 130429): number | undefined =>
        map({ code, message: 'x' }, status, { 'retry-after': value }).retryAfterMs;
      expect(at('7')).toBe(7000);
      expect(at('0.5')).toBe(500);
      expect(at(new Date(now + 90_000).toUTCString())).toBe(90_000);
      expect(at(new Date(now - 90_000).toUTCString())).toBe(0);
      expect(at('soon')).toBe(1000);
      expect(at(' ')).toBe(1000);
      expect(at('9', 503, 2)).toBe(9000);
      expect(at('9', 400, 131016)).toBe(1000);
      expect(at('9', 429, 131048)).toBeUndefined();
    });

    it('takes the first of several headers', () => {
      expect(map({ code: 4, message: 'x' }, 400, { 'retry-after': ['3', '9'] }).retryAfterMs).toBe(3000);
    });

    it.each<[string, number | undefined]>([
      ['Next call after 2026-11-20T12:05:00Z', 300_000],
      ['Next call at 2026-11-20 12:05:00', 300_000],
      ['Next call at 2026-11-20T13:05:00+01:00', 300_000],
      [`Next call at ${now / 1000 + 60}`, 60_000],
      ['Please try again in 5 minutes', 300_000],
      ['Please wait for 1 hour.', 3_600_000],
      ['Try after 30 seconds', 30_000],
      ['wait 2 days', 172_800_000],
      ['5 calls are allowed in 24 hours', undefined],
      ['Call 2025550123 later', undefined],
      ['It was 2026-11-20T11:00:00Z', undefined],
      ['no idea', undefined],
    ])('reads the time in details: %s', (details, expected) => {
      expect(map({ code: 138012, message: 'x', error_data: { details } }).retryAfterMs).toBe(expected);
    });

    it('does without details', () => {
      expect(map({ code: 138012, message: 'x' }).retryAfterMs).toBeUndefined();
      expect(map({ code: 138003, message: 'x' })).toMatchObject({ retryable: true, retryStrategy: 'event' });
    });

    it('does not call a damaged cursor retryable', () => {
      expect(map({ code: 131059, message: 'x' })).toMatchObject({
        retryable: false,
        retryStrategy: 'restart',
      });
    });
  });

  describe('answers that are not of the Graph API', () => {
    it.each<[number, string | undefined, unknown, string]>([
      [
        502,
        'text/html; charset=utf-8',
        '<html>Bad Gateway</html>',
        'HTTP 502 with text/html in place of JSON',
      ],
      [500, undefined, '', 'HTTP 500 with an empty body'],
      [500, undefined, undefined, 'HTTP 500 with an empty body'],
      [500, undefined, null, 'HTTP 500 with an empty body'],
      [200, 'application/json', '{"messages":[{"id":"wam', 'HTTP 200 with JSON that is cut or damaged'],
      [200, undefined, 'ok', 'HTTP 200 with no content type in place of JSON'],
      [302, 'text/html', '', 'HTTP 302: a redirect, which is not followed'],
      [500, 'application/json', { hello: 1 }, 'HTTP 500 without a Graph error in it'],
      [400, 'application/json', [1], 'HTTP 400 without a Graph error in it'],
      [400, 'application/json', { error: 'invalid_client' }, 'invalid_client'],
    ])('%i %s', (status, contentType, body, message) => {
      const error = toGraphApiError(status, { 'content-type': contentType }, body);
      expect(error).toBeInstanceOf(UnexpectedAnswerError);
      expect(error.message).toBe(message);
      expect(error.retryable).toBe(status < 300 || status >= 500);
      expect(error.code).toBeUndefined();
      expect(error.raw).toBe(body);
    });

    it('follow the status where it says enough', () => {
      expect(toGraphApiError(401, {}, '<html>')).toBeInstanceOf(AuthorizationError);
      expect(toGraphApiError(403, {}, '<html>')).toBeInstanceOf(AuthorizationError);
      const throttled = toGraphApiError(429, { 'retry-after': '5' }, '<html>');
      expect(throttled).toBeInstanceOf(ThrottlingError);
      expect(throttled).toMatchObject({ retryable: true, retryAfterMs: 5000, retryStrategy: 'header' });
      expect(toGraphApiError(404, {}, '')).toMatchObject({ category: 'unknown', retryable: false });
    });

    it('reads an error out of text', () => {
      expect(toGraphApiError(400, {}, '{"error":{"code":190}}')).toBeInstanceOf(ExpiredAccessTokenError);
    });
  });

  it('knows an error that comes with a success status', () => {
    const body = { error: { code: 131201, message: 'Request partially succeeded' } };
    expect(hasGraphError(body)).toBe(true);
    const error = toGraphApiError(206, {}, body);
    expect(error).toBeInstanceOf(GroupRequestPartiallySucceededError);
    expect(error).toBeInstanceOf(GroupError);
  });

  it.each([
    [undefined],
    [null],
    ['x'],
    [[]],
    [{}],
    [{ error: null }],
    [{ error: 'x' }],
    [{ error: {} }],
    [{ error: [] }],
  ])('sees no error in %j', (body) => expect(hasGraphError(body)).toBe(false));

  it('takes secrets and personal data out of every text', () => {
    const token = 'short-token-1';
    const error = toGraphApiError(
      400,
      {},
      {
        error: {
          message: `Malformed access token ${token}`,
          code: 190,
          error_data: {
            details: 'To +1 (650) 555-1234 or US.13491208655302741918, wamid.HBgLMTY1MDU1NTEyMzQVAgA=',
          },
          error_user_title: 'Bearer abc.def',
          error_user_msg: 'EAAJZCxyz0123456789abcdef and access_token=zzz&x=1',
        },
      },
      { secrets: [token, ''] },
    );
    const shown = `${inspect(error, { showHidden: true, depth: 9 })}${JSON.stringify(error)}${error.stack}`;
    for (const secret of [token, '650', '5551234', '134912', 'HBgL', 'abc.def', 'EAAJ', 'zzz']) {
      expect(shown).not.toContain(secret);
    }
    expect(error.details).toBe('To [number] or [user id], [message id]');
    expect(error.userMessage).toBe('[token] and access_token=[token]&x=1');
    expect(JSON.stringify(error.raw)).toContain('555-1234');
  });

  it('leaves codes, counts and dates alone, and cuts what is too long', () => {
    const details = 'Parameter 3 of 10 (#2388024), at most 1024 characters, until 2026-11-20 12:05';
    expect(map({ code: 100, message: 'x', error_data: { details } }).details).toBe(details);
    expect(map({ code: 100, message: 'y '.repeat(2000) }).message.length).toBeLessThan(1100);
  });

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 200, max: 599 }),
        fc.oneof(fc.anything(), fc.record({ error: fc.anything() }), fc.record({ error: fc.object() })),
        fc.dictionary(
          fc.constantFrom('retry-after', 'x-business-use-case-usage', 'content-type'),
          fc.string(),
        ),
        (status, body, headers) => {
          const error = toGraphApiError(status, headers, body);
          expect(error).toBeInstanceOf(GraphApiError);
          expect(error.httpStatus).toBe(status);
          expect(error.retryAfterMs ?? 0).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});
