import { AuthorizationError, ApiPermissionError } from '../../../lib/errors/authorization.errors';
import { BlockUserError } from '../../../lib/errors/block-user.errors';
import {
  CallingError,
  CallingMethodNotAllowedError,
  CallPermissionNotFoundError,
  FetchCallPermissionLimitHitError,
} from '../../../lib/errors/calling.errors';
import { ERROR_CODES, findErrorRow, subcodeMeaning } from '../../../lib/errors/error-codes';
import { FlowError } from '../../../lib/errors/flow.errors';
import { InvalidGraphParameterError, ObjectNotFoundError } from '../../../lib/errors/generic.errors';
import { GraphApiError } from '../../../lib/errors/graph-api.error';
import type { ErrorCategory } from '../../../lib/errors/graph-api.error';
import { GroupError } from '../../../lib/errors/group.errors';
import { IntegrityError } from '../../../lib/errors/integrity.errors';
import { MarketingMessagesError, MethodNotAllowedError } from '../../../lib/errors/marketing-messages.errors';
import { MediaError } from '../../../lib/errors/media.errors';
import { MessageSendError, ReEngagementMessageError } from '../../../lib/errors/message-send.errors';
import { RegistrationError } from '../../../lib/errors/registration.errors';
import { SignupError } from '../../../lib/errors/signup.errors';
import { TemplateAlreadyExistsError, TemplateError } from '../../../lib/errors/template.errors';
import {
  CustomRateLimitError,
  RateLimitHitError,
  ThrottlingError,
} from '../../../lib/errors/throttling.errors';
import { UsernameError } from '../../../lib/errors/username.errors';

const init = { text: 'x', category: 'unknown' as ErrorCategory, retryable: false };
const groups = [
  AuthorizationError,
  ThrottlingError,
  IntegrityError,
  MessageSendError,
  MediaError,
  TemplateError,
  MarketingMessagesError,
  FlowError,
  BlockUserError,
  CallingError,
  GroupError,
  RegistrationError,
  UsernameError,
  SignupError,
];

describe('error codes', () => {
  it('gives every code a class that can be thrown, caught by its group, and told by its name', () => {
    expect(ERROR_CODES.size).toBeGreaterThanOrEqual(188);
    for (const [code, { type }] of ERROR_CODES) {
      const error = new type({ ...init, code });
      expect(error).toBeInstanceOf(GraphApiError);
      expect(error.name).toBe(type.name);
      expect(error.message).toContain(`(#${code})`);
      expect(groups.filter((group) => error instanceof group).length).toBeLessThanOrEqual(1);
    }
  });

  it('does without any text', () => {
    expect(new GraphApiError({ ...init, text: '', code: 1 }).message).toBe('(#1) ');
    expect(new GraphApiError({ ...init, text: '' }).message).toBe('');
  });

  it('uses one class for one code, except where two codes mean the same', () => {
    const byClass = new Map<unknown, number[]>();
    for (const [code, { type }] of ERROR_CODES) byClass.set(type, [...(byClass.get(type) ?? []), code]);
    const shared = [...byClass].filter(([type, codes]) => codes.length > 1 && type !== GraphApiError);
    expect(shared.map(([, codes]) => codes)).toEqual([[2388091, 2388093]]);
  });

  it('names a wait for every code that grows or fixes it, and none for codes that never succeed', () => {
    for (const [code, row] of ERROR_CODES) {
      if (row.retry === 'no')
        expect([code, row.strategy, row.afterSeconds]).toEqual([code, 'none', undefined]);
      if (row.strategy === 'fixed' || row.strategy === 'pair') expect(row.afterSeconds).toBeGreaterThan(0);
    }
  });

  it.each<[number, new (...args: never[]) => GraphApiError, string, string]>([
    [130429, RateLimitHitError, 'throttling', 'exponential'],
    [131056, ThrottlingError, 'throttling', 'pair'],
    [80007, ThrottlingError, 'throttling', 'header'],
    [131047, ReEngagementMessageError, 'messaging', 'none'],
    [138006, CallPermissionNotFoundError, 'calling', 'none'],
    [138005, CallingError, 'throttling', 'exponential'],
    [131208, GroupError, 'throttling', 'exponential'],
    [131059, GroupError, 'group', 'restart'],
    [139102, BlockUserError, 'block-users', 'restart'],
    [134103, MarketingMessagesError, 'marketing', 'none'],
    [141006, GraphApiError, 'health', 'none'],
    [2494100, RegistrationError, 'registration', 'fixed'],
  ])('%i', (code, type, category, strategy) => {
    const row = ERROR_CODES.get(code);
    expect(row && new row.type(init)).toBeInstanceOf(type);
    expect(row).toMatchObject({ category, strategy });
  });
});

describe('error classes', () => {
  it('can be told apart by TypeScript too, one after the other', () => {
    // Compiles only while no class is taken for another: else `error` would be `never` further down.
    const label = (error: GraphApiError): string => {
      if (error instanceof RateLimitHitError) return `slow down ${error.retryAfterMs}`;
      if (error instanceof ThrottlingError) return `throttled ${error.code}`;
      if (error instanceof TemplateAlreadyExistsError) return `exists ${error.subcode}`;
      if (error instanceof TemplateError) return `template ${error.code}`;
      return `other ${error.code}`;
    };
    expect(label(new RateLimitHitError({ ...init, retryAfterMs: 1 }))).toBe('slow down 1');
    expect(label(new CustomRateLimitError({ ...init, code: 613 }))).toBe('throttled 613');
    expect(label(new TemplateAlreadyExistsError({ ...init, subcode: 5 }))).toBe('exists 5');
    expect(label(new TemplateError({ ...init, code: 6 }))).toBe('template 6');
    expect(label(new FlowError({ ...init, code: 7 }))).toBe('other 7');
  });
});

describe('findErrorRow', () => {
  const typeOf = (code: number, subcode?: number, operation?: string): unknown =>
    findErrorRow(code, subcode, operation)?.type;

  it('takes the whole range 200 to 299 for permissions, and nothing around it', () => {
    expect(typeOf(200)).toBe(ApiPermissionError);
    expect(typeOf(273)).toBe(ApiPermissionError);
    expect(typeOf(299)).toBe(ApiPermissionError);
    expect(typeOf(199)).toBeUndefined();
    expect(typeOf(300)).toBeUndefined();
  });

  it('prefers a documented subcode under general codes only', () => {
    expect(typeOf(100, 2388024)).toBe(TemplateAlreadyExistsError);
    expect(typeOf(210, 2388024)).toBe(TemplateAlreadyExistsError);
    expect(typeOf(999999, 2388024)).toBe(TemplateAlreadyExistsError);
    expect(typeOf(130429, 2388024)).toBe(RateLimitHitError);
    expect(typeOf(100, 2388999)).toBe(InvalidGraphParameterError);
    expect(typeOf(999999, 1388999)).toBeUndefined();
  });

  it('does not take the subcode 33 of code 100 for the code 33', () => {
    expect(typeOf(100, 33)).toBe(ObjectNotFoundError);
    expect(typeOf(33)).not.toBe(ObjectNotFoundError);
    expect(typeOf(1, 33)).not.toBe(typeOf(33));
  });

  it('reads 613 and 131055 by endpoint', () => {
    expect(typeOf(613)).toBe(CustomRateLimitError);
    expect(typeOf(613, undefined, 'POST /{id}/request_code')).toBe(CustomRateLimitError);
    expect(typeOf(613, undefined, 'POST /{id}/calls')).toBe(CustomRateLimitError);
    expect(typeOf(613, undefined, 'GET /{id}/call_permissions')).toBe(FetchCallPermissionLimitHitError);
    expect(typeOf(131055)).toBe(MethodNotAllowedError);
    expect(typeOf(131055, undefined, 'POST /{id}/marketing_messages')).toBe(MethodNotAllowedError);
    expect(typeOf(131055, undefined, 'POST /{id}/calls')).toBe(CallingMethodNotAllowedError);
    expect(typeOf(130429, undefined, 'POST /{id}/calls')).toBe(RateLimitHitError);
  });

  it('knows what common subcodes mean', () => {
    expect(subcodeMeaning(190, 463)).toMatch(/expired/);
    expect(subcodeMeaning(100, 463)).toBeUndefined();
  });
});
