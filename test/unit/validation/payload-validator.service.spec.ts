import { Logger } from '@nestjs/common';
import { PayloadValidationError } from '../../../lib/errors/payload-validation.error';
import { PayloadValidator } from '../../../lib/validation/payload-validator.service';
import { Advise, Rule } from '../../../lib/validation/rule.decorator';
import { CodePointLength } from '../../../lib/validation/rules/code-point-length.decorator';
import { ManualClock } from '../../support/manual-clock';

class Note {
  @CodePointLength({ min: 1, max: 3 })
  @Advise('shouts', (value) => (value === 'HEY' ? 'is in capitals' : undefined))
  body!: string;

  @Rule('future', (value, _object, context) =>
    Number(value ?? Infinity) > context.now() ? undefined : 'is past',
  )
  until?: number;
}

describe('PayloadValidator', () => {
  const clock = new ManualClock(1000);
  let warn: jest.SpyInstance;

  beforeEach(() => {
    warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
  });
  afterEach(() => {
    warn.mockRestore();
  });

  const validator = (validate?: boolean): PayloadValidator =>
    new PayloadValidator(validate === undefined ? {} : { validate }, clock);

  it('refuses with path, limit and length, never with the value', () => {
    const attempt = (): void => validator().assert('note', Note, { body: 'secret words' });
    expect(attempt).toThrow(PayloadValidationError);
    expect(attempt).toThrow(
      'Invalid note input, nothing was sent: body: must have at most 3 characters, has 12',
    );
    expect(attempt).not.toThrow('secret');
  });

  it('carries the issues as data', () => {
    const issues = validator().issues(Note, {});
    expect(issues).toEqual([{ path: 'body', message: 'must be a string' }]);
  });

  it.each([
    [undefined, undefined, true],
    [undefined, false, false],
    [false, undefined, false],
    [false, true, true],
    [true, false, false],
  ])('with validate %s in the module and %s in the call checks: %s', (module, call, checks) => {
    const attempt = (): void => validator(module).assert('note', Note, { body: 7 }, call);
    if (checks) expect(attempt).toThrow(PayloadValidationError);
    else expect(attempt).not.toThrow();
  });

  it('uses the injected clock', () => {
    expect(validator().issues(Note, { body: 'a', until: 1000 })).toEqual([
      { path: 'until', message: 'is past' },
    ]);
    expect(validator().issues(Note, { body: 'a', until: 1001 })).toEqual([]);
  });

  it('logs a doubt once for each subject and member, without the value', () => {
    const one = validator();
    for (let i = 0; i < 3; i++) one.assert('note', Note, { body: 'HEY' });
    one.assert('letter', Note, { body: 'HEY' });
    expect(warn.mock.calls).toEqual([
      ['Doubtful input for note: body is in capitals'],
      ['Doubtful input for letter: body is in capitals'],
    ]);
  });

  it('says nothing when it is switched off', () => {
    validator(false).assert('note', Note, { body: 'HEY' });
    expect(warn).not.toHaveBeenCalled();
  });
});
