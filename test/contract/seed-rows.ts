import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = join(__dirname, '../../../shared/reference/seeds.md');
const TESTS = join(__dirname, '..');
const ROW = /^\| (S[0-3]) \| ☐ (.*?) (?<!\\)\|/;

/** What one row of the checklist asks for. */
export interface SeedRow {
  /** `S0` to `S3`. */
  readonly seed: string;
  /** What a test has to name: classes, members (`Class.member`), or the words of a row without either. */
  readonly names: readonly string[];
}

/** The names of tests that begin with the name of a seed, and the texts of their file. */
export interface SeedTest {
  readonly title: string;
  readonly file: string;
}

/** Whether the checklist is there to compare with. */
export function seedsAreThere(): boolean {
  return existsSync(FILE);
}

/** The rows of the checklist from S0 to S3. */
export function seedRows(): SeedRow[] {
  let owner = '';
  return readFileSync(FILE, 'utf8')
    .split('\n')
    .flatMap((line): SeedRow[] => {
      const [, seed, text] = ROW.exec(line) ?? [];
      if (seed === undefined || text === undefined) return [];
      const quoted = [...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name.split(/[([]/)[0]!);
      if (quoted.length === 0) return [{ seed, names: [text.split(/ \(| the seed page/)[0]!] }];
      const names = quoted.map((name) => {
        const member = /^(?:…?\.|…)(.+)$/.exec(name)?.[1];
        if (member !== undefined) return `${owner}.${member}`;
        owner = name.split('.')[0]!;
        return name;
      });
      return [{ seed, names }];
    });
}

/** All tests of the repository that are named after a seed. */
export function seedTests(): SeedTest[] {
  return (
    readdirSync(TESTS, { recursive: true, encoding: 'utf8' })
      // The tests of this very check have examples in them.
      .filter((name) => name.endsWith('spec.ts') && !name.startsWith('contract'))
      .flatMap((name) => {
        const file = readFileSync(join(TESTS, name), 'utf8');
        return [...file.matchAll(/(['"`])(S[0-3] .*?)(?<!\\)\1/g)].map(([, , title = '']) => ({
          title,
          file,
        }));
      })
  );
}

/** Whether a test is named after something of a row. */
export function isNamedAfter({ title, file }: SeedTest, seed: string, name: string): boolean {
  if (!title.startsWith(`${seed} `)) return false;
  const words = (text: string): RegExp =>
    new RegExp(`(?<![\\w.])${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w])`);
  if (words(name).test(title)) return true;
  const [owner = '', member] = name.split('.');
  // `Class.a, .b` and a table of tests with the names in its rows.
  if (member !== undefined && words(owner).test(title) && new RegExp(`\\s\\.${member}\\b`).test(title))
    return true;
  const inTable = member ?? name;
  const template = member === undefined ? `${seed} %s` : `${owner}.%s`;
  return title.includes(template) && file.includes(`'${inTable}'`);
}
