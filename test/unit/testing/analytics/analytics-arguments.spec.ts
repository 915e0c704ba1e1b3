import { AnalyticsArguments } from '../../../../lib/testing/analytics/analytics-arguments';
import { periodOf } from '../../../../lib/testing/analytics/analytics-period';
import { countryOfPhone } from '../../../../lib/testing/analytics/calling-codes';

const args = (values: Record<string, string>): AnalyticsArguments =>
  new AnalyticsArguments((name) => values[name]);

describe('the arguments of an analysis', () => {
  it.each([
    ['["A","B"]', ['A', 'B']],
    ['[A, B]', ['A', 'B']],
    ["['A']", ['A']],
    ['A,B', ['A', 'B']],
    ['[]', []],
    ['', []],
  ])('reads the list %s', (text, expected) => {
    expect(args({ list: text }).list('list')).toEqual(expected);
  });

  it('filters by a list, and lets everything pass without one', () => {
    expect(['A', 'B', undefined].map(args({ list: '[A]' }).filter('list'))).toEqual([true, false, false]);
    expect(['A', undefined].map(args({}).filter('list'))).toEqual([true, true]);
  });

  it('refuses what is missing or not allowed', () => {
    expect(() => args({}).text('start')).toThrow('The parameter start is required');
    expect(() => args({ list: '[C]' }).among('list', ['A', 'B'])).toThrow('Invalid parameter');
  });
});

describe('the period of an analysis', () => {
  const at = Date.UTC(2026, 1, 10, 13, 45);
  const span = (granularity: string): unknown =>
    periodOf(args({ start: '0', end: '9999999999', granularity }), [granularity]).spanOf(at);

  it('is cut into half hours, days and months of UTC', () => {
    const seconds = (...date: [number, number, number, number?, number?]): number => Date.UTC(...date) / 1000;
    expect(span('HALF_HOUR')).toEqual({
      start: seconds(2026, 1, 10, 13, 30),
      end: seconds(2026, 1, 10, 14),
    });
    expect(span('DAILY')).toEqual({ start: seconds(2026, 1, 10), end: seconds(2026, 1, 11) });
    expect(span('MONTHLY')).toEqual({ start: seconds(2026, 1, 1), end: seconds(2026, 2, 1) });
  });

  it('takes days in place of seconds, and ends before its end', () => {
    const period = periodOf(args({ start: '2026-02-10', end: '2026-02-11', granularity: 'daily' }), [
      'DAILY',
    ]);
    expect([at, Date.UTC(2026, 1, 10), Date.UTC(2026, 1, 11)].map(period.covers)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it.each([
    { start: '2', end: '1', granularity: 'DAILY' },
    { start: 'soon', end: '1', granularity: 'DAILY' },
    { start: '1', end: '2', granularity: 'WEEKLY' },
  ])('refuses %j', (values) => {
    expect(() => periodOf(args(values), ['DAILY'])).toThrow('Invalid parameter');
  });
});

describe('countryOfPhone', () => {
  it.each([
    ['15550100123', '1', 'US'],
    ['4915112345678', '49', 'DE'],
    ['351912345678', '351', 'PT'],
    ['919876543210', '91', 'IN'],
  ])('knows %s', (digits, code, country) => {
    expect(countryOfPhone(digits)).toEqual({ code, country });
  });

  it('knows nothing of what is no number', () => {
    expect(countryOfPhone('')).toBeUndefined();
    expect(countryOfPhone('0')).toBeUndefined();
  });
});
