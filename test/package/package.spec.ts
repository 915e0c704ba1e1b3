import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const root = join(__dirname, '../..');
const bin = (name: string): string => join(root, 'node_modules/.bin', name);

async function run(command: string, args: string[], cwd: string): Promise<string> {
  try {
    const { stdout } = await execute(command, args, { cwd, maxBuffer: 1 << 26 });
    return stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`${command} ${args.join(' ')} failed\n${stdout ?? ''}\n${stderr ?? ''}`);
  }
}

const cells = [
  { nest: '11', axios: '4', adapter: 'express' },
  { nest: '12', axios: '12', adapter: 'fastify' },
] as const;

describe('the packed package', () => {
  let work: string;
  let tarball: string;

  beforeAll(async () => {
    work = await mkdtemp(join(tmpdir(), 'nestjs-whatsapp-cloud-'));
    const packed = JSON.parse(
      await run('npm', ['pack', '--json', '--pack-destination', work], root),
    ) as unknown;
    const [entry] = (Array.isArray(packed) ? packed : Object.values(packed as object)) as {
      filename: string;
    }[];
    tarball = join(work, entry!.filename);
  });

  afterAll(() => rm(work, { recursive: true, force: true }));

  it('passes publint', async () => {
    await run(bin('publint'), ['run', tarball, '--strict'], root);
  });

  it('passes are-the-types-wrong', async () => {
    await run(bin('attw'), [tarball, '--no-emoji'], root);
  });

  it('ships only what package.json names', async () => {
    const files = (await run('tar', ['-tzf', tarball], work)).trim().split('\n');
    const others = files.filter(
      (f) => !/^package\/(dist\/|README\.md|LICENSE|CHANGELOG\.md|package\.json)/.test(f),
    );
    expect(others).toEqual([]);
    expect(files).toContain('package/dist/index.d.ts');
    expect(files).toContain('package/dist/testing/index.js');
  });

  it('shows only declared packages in its types', async () => {
    const list = (await run('tar', ['-tzf', tarball], work)).trim().split('\n');
    await run('tar', ['-xzf', tarball, '-C', work], work);
    const manifest = JSON.parse(await readFile(join(work, 'package/package.json'), 'utf8')) as {
      dependencies: object;
      peerDependencies: object;
    };
    const allowed = new Set([
      ...Object.keys(manifest.dependencies),
      ...Object.keys(manifest.peerDependencies),
    ]);
    const strangers = new Set<string>();
    for (const file of list.filter((f) => f.endsWith('.d.ts'))) {
      const text = await readFile(join(work, file), 'utf8');
      for (const [, name] of text.matchAll(/(?:from|import\()\s*['"]([^.'"][^'"]*)['"]/g)) {
        const pkg = name!.startsWith('@') ? name!.split('/').slice(0, 2).join('/') : name!.split('/')[0]!;
        if (!allowed.has(pkg) && !pkg.startsWith('node:')) strangers.add(pkg);
      }
    }
    expect([...strangers]).toEqual([]);
  });

  describe.each(cells)('on Nest $nest with $adapter', ({ nest, axios, adapter }) => {
    let folder: string;

    beforeAll(async () => {
      folder = await mkdtemp(join(work, `nest${nest}-`));
      await cp(join(__dirname, 'consumers'), folder, { recursive: true });
      await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'commonjs' }));
      const packages = [
        tarball,
        ...['common', 'core', `platform-${adapter}`].map((name) => `@nestjs/${name}@${nest}`),
        `@nestjs/axios@${axios}`,
        ...['axios@1', 'class-validator', 'class-transformer', 'reflect-metadata@0.2', 'rxjs@7'],
        ...['typescript@6', '@types/node@20'],
      ];
      await run('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', ...packages], folder);
    });

    it('boots by require', async () => {
      expect(await run(process.execPath, ['consumer.cjs', adapter], folder)).toContain('OK');
    });

    it('boots by import', async () => {
      expect(await run(process.execPath, ['consumer.mjs', adapter], folder)).toContain('OK');
    });

    it.each(nest === '12' ? ['nodenext'] : ['node16', 'nodenext'])(
      'type-checks in an application (%s)',
      async (module) => {
        const args = [
          '--noEmit',
          '--strict',
          '--skipLibCheck',
          'false',
          '--target',
          'es2022',
          '--types',
          'node',
        ];
        const decorators = ['--experimentalDecorators', '--emitDecoratorMetadata'];
        await run(
          join(folder, 'node_modules/.bin/tsc'),
          [...args, ...decorators, '--module', module, '--moduleResolution', module, 'consumer.ts'],
          folder,
        );
      },
    );
  });
});
