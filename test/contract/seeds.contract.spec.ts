import { isNamedAfter, seedRows, seedsAreThere, seedTests } from './seed-rows';

const describeSeeds = seedsAreThere() ? describe : describe.skip;
if (!seedsAreThere())
  process.stderr.write('SEED TESTS SKIPPED: the checklist of seeds is not beside the repository.\n');

describeSeeds('the rows of the seeds S0 to S3', () => {
  it('each have a test that is named after them', () => {
    const tests = seedTests();
    const rows = seedRows();
    expect(rows.length).toBeGreaterThan(190);
    const missing = rows.flatMap(({ seed, names }) =>
      names
        .filter((name) => !tests.some((test) => isNamedAfter(test, seed, name)))
        .map((name) => `${seed} ${name}`),
    );
    expect(missing).toEqual([]);
  });
});

describe('isNamedAfter', () => {
  const test = (title: string, file = ''): { title: string; file: string } => ({ title, file });

  it.each([
    ['S2 QRCode.code: is read', 'QRCode.code', true],
    ['S2 QRCode.code: is read', 'QRCode', true],
    ['S2 QRCode.code_x: is read', 'QRCode.code', false],
    ['S2 MyQRCode.code: is read', 'QRCode.code', false],
    ['S1 QRCode.code: is read', 'QRCode.code', false],
    ['S2 SIPServer.app_id, .port: are read', 'SIPServer.port', true],
    ['S2 SIPServer.app_id, .port: are read', 'SIPServer.hostname', false],
  ])('%s – %s', (title, name, expected) => {
    expect(isNamedAfter(test(title), 'S2', name)).toBe(expected);
  });

  it('finds names in the rows of a table', () => {
    expect(isNamedAfter(test('S2 Industry.%s', "'RETAIL'"), 'S2', 'Industry.RETAIL')).toBe(true);
    expect(isNamedAfter(test('S2 Industry.%s', "'RETAIL'"), 'S2', 'Industry.AUTO')).toBe(false);
  });
});
