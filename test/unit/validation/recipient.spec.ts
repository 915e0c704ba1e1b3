import fc from 'fast-check';
import { isUserId, recipientFields } from '../../../lib/validation/recipient';

const alphanumeric = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'];
const country = fc.string({
  unit: fc.constantFrom(...alphanumeric.slice(0, 26)),
  minLength: 2,
  maxLength: 2,
});
const id = fc.string({ unit: fc.constantFrom(...alphanumeric), minLength: 1, maxLength: 128 });

describe('isUserId', () => {
  it('takes every id of the documented form, and parent ids', () => {
    fc.assert(fc.property(country, id, (c, i) => isUserId(`${c}.${i}`) && isUserId(`${c}.ENT.${i}`)));
  });

  it('takes no phone number, however it is written', () => {
    const phone = fc.string({ unit: fc.constantFrom(...'0123456789+-() '), minLength: 1, maxLength: 30 });
    fc.assert(fc.property(phone, (text) => !isUserId(text)));
  });

  it.each([
    'us.123',
    'USA.123',
    'U.123',
    'US123',
    'US.',
    'US.12 3',
    'US.12-3',
    ' US.123',
    'US.123\n',
    `US.${'1'.repeat(129)}`,
    'US.ENT.',
  ])('refuses %j', (text) => {
    expect(isUserId(text)).toBe(false);
  });
});

describe('recipientFields', () => {
  it.each([
    ['+1 (650) 555-1234', { to: '+1 (650) 555-1234' }],
    ['16505551234', { to: '16505551234' }],
    ['US.13491208655302741918', { recipient: 'US.13491208655302741918' }],
    ['US.ENT.1349', { recipient: 'US.ENT.1349' }],
    [{ phone: '0650 555' }, { to: '0650 555' }],
    [{ userId: 'DE.1' }, { recipient: 'DE.1' }],
    [{ group: 'Y2FwaV9ncm91cDox' }, { recipient_type: 'group', to: 'Y2FwaV9ncm91cDox' }],
    [{ group: 'US.1' }, { recipient_type: 'group', to: 'US.1' }],
  ])('%j gives %j', (to, fields) => {
    expect(recipientFields(to)).toEqual(fields);
  });

  it('never rewrites what it is given', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (to) => {
        expect(Object.values(recipientFields(to))).toEqual([to]);
      }),
    );
  });
});
