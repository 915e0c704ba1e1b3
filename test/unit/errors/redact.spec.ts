import { errorLabel, redactKey } from '../../../lib/errors/redact';

describe('redactKey', () => {
  it('gives the same short text for the same key, and hides the key', () => {
    const key = 'message:1234:15550001111:wamid.x';
    expect(redactKey(key)).toBe(redactKey(key));
    expect(redactKey(key)).not.toBe(redactKey(`${key}y`));
    expect(redactKey(key)).toMatch(/^[0-9a-f]{12}$/);
  });
});

describe('errorLabel', () => {
  it.each([
    [new TypeError('15550001111'), 'TypeError'],
    [Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), 'Error ECONNREFUSED'],
    [Object.assign(new Error('x'), { code: 131047 }), 'Error 131047'],
    [Object.assign(new Error('x'), { code: { phone: 1 } }), 'Error'],
    ['15550001111', 'a thrown string'],
    [undefined, 'a thrown undefined'],
    [null, 'a thrown null'],
  ])('names %p without its message', (error, label) => {
    expect(errorLabel(error)).toBe(label);
  });
});
