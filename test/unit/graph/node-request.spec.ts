import { WhatsAppConfigurationError } from '../../../lib/errors/configuration.error';
import { UnexpectedAnswerError } from '../../../lib/errors/unexpected-answer.error';
import { assertSuccess, firstOf, onNumber, onWaba } from '../../../lib/graph/node-request';

const account = { accessToken: 't', phoneNumberId: '100', wabaId: '200' };
const pathIn = ({ path }: ReturnType<typeof onNumber>, of: object = account): string =>
  typeof path === 'string' ? path : path(of as typeof account);

describe('requests to a number or WABA', () => {
  it('go to the node or below it, each segment encoded', () => {
    expect(pathIn(onNumber(undefined))).toBe('100');
    expect(pathIn(onNumber({}, 'message_qrdls', 'a/b?c'))).toBe('100/message_qrdls/a%2Fb%3Fc');
    expect(pathIn(onWaba({}, 'phone_numbers'))).toBe('200/phone_numbers');
    expect(() => onNumber({}, 'message_qrdls', '..')).toThrow('empty id');
    expect(() => pathIn(onWaba({}), { accessToken: 't' })).toThrow(WhatsAppConfigurationError);
  });

  it('carry what the caller asks for', () => {
    const { signal } = new AbortController();
    const options = { phoneNumberId: '300', signal, timeoutMs: 5 };
    expect(onNumber(options)).toMatchObject({ account: options, signal, timeoutMs: 5 });
  });
});

describe('assertSuccess', () => {
  it('S2 SuccessResult, SuccessResult.success: takes everything but a no', () => {
    for (const answer of [{ success: true }, {}, undefined, null, 'true']) {
      expect(() => assertSuccess(answer, 'POST /{id}')).not.toThrow();
    }
    expect(() => assertSuccess({ success: false }, 'POST /{id}/register')).toThrow(UnexpectedAnswerError);
    expect(() => assertSuccess({ success: 'false' }, 'POST /{id}')).toThrow(UnexpectedAnswerError);
    expect(() => assertSuccess({ success: false }, 'POST /{id}/register')).toThrow('POST /{id}/register');
  });
});

describe('firstOf', () => {
  it('finds the object in a list, alone, and nowhere', () => {
    expect(firstOf({ data: [{ a: 1 }, { a: 2 }] })).toEqual({ a: 1 });
    expect(firstOf({ data: { a: 1 } })).toEqual({ a: 1 });
    expect(firstOf({ a: 1 })).toEqual({ a: 1 });
    expect(firstOf({ data: [] })).toBeUndefined();
    expect(firstOf(undefined)).toBeUndefined();
  });
});
