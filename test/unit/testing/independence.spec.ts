import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../../lib/testing');
const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

/** Imports that are neither Node's own nor of lib/testing. */
function foreignImports(file: string): string[] {
  const source = readFileSync(join(ROOT, file), 'utf8');
  const specifiers = [...source.matchAll(/^(?:import|export)\b[^;]*? from '([^']+)';/gm)].map(
    ([, name = '']) => name,
  );
  return specifiers.filter((name) => {
    if (name.startsWith('node:')) return false;
    const target = relative(ROOT, resolve(ROOT, dirname(file), name));
    return !name.startsWith('.') || target.startsWith('..');
  });
}

describe('the emulator', () => {
  it('checks the module with rules of its own: it shares no code with it', () => {
    expect(files.length).toBeGreaterThan(40);
    expect(files.filter((file) => foreignImports(file).length > 0)).toEqual([]);
  });
});
