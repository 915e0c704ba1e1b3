import * as limits from '../../../lib/validation/limits';
import { TEMPLATE_LANGUAGES } from '../../../lib/validation/template-languages';

const tables = Object.entries(limits).flatMap(([table, rows]) =>
  'see' in rows
    ? [[table, rows] as const]
    : Object.entries(rows as Record<string, limits.Limit>).map(
        ([name, row]) => [`${table}.${name}`, row] as const,
      ),
);

describe('limits', () => {
  it.each(tables)('%s is a range with the page that says so', (_name, { min, max, see }) => {
    expect(min).toBeLessThanOrEqual(max);
    expect(new URL(see).hostname).toBe('developers.facebook.com');
  });

  it('lists each template language once, in the form of a language code', () => {
    expect(TEMPLATE_LANGUAGES.size).toBeGreaterThan(100);
    for (const code of TEMPLATE_LANGUAGES) expect(code).toMatch(/^[a-z]{2,3}(_[A-Z]{2})?$/);
  });
});
