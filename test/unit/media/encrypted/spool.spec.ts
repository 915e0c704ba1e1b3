import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Spool } from '../../../../lib/media/encrypted/spool';

const parts = Array.from({ length: 40 }, (_, index) => Buffer.alloc(7000, index + 1));
const whole = Buffer.concat(parts);
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spool-'));
});

afterEach(async () => {
  expect(await readdir(folder).catch(() => [])).toEqual([]);
  await rm(folder, { recursive: true, force: true });
});

/** All bytes of a spool; each piece is copied, as the next one may take its place. */
async function collect(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const list: Buffer[] = [];
  for await (const piece of pieces) list.push(Buffer.from(piece));
  return Buffer.concat(list);
}

async function filled(memoryBytes: number): Promise<Spool> {
  const spool = new Spool(memoryBytes, folder);
  for (const part of parts) await spool.write(part);
  return spool;
}

describe('Spool', () => {
  it.each([0, 1, 7000, 100_000, whole.length - 1, whole.length, Number.POSITIVE_INFINITY])(
    'gives back what it took, twice, with %p bytes of memory',
    async (memoryBytes) => {
      const spool = await filled(memoryBytes);
      expect((await collect(spool.read())).equals(whole)).toBe(true);
      for (const without of [0, 10, 6999, 7000, 7001, whole.length, whole.length + 1]) {
        const expected = whole.subarray(0, Math.max(0, whole.length - without));
        expect((await collect(spool.read(without))).equals(expected)).toBe(true);
      }
      await spool.close();
      await spool.close();
    },
  );

  it('leaves no name in the temporary folder while it is in use', async () => {
    const spool = await filled(1000);
    expect(await readdir(folder)).toEqual([]);
    await spool.close();
  });

  it('says what to do when the folder is of no use, and needs none below its limit', async () => {
    await rm(folder, { recursive: true });
    const spool = new Spool(7000, folder);
    await spool.write(parts[0]!);
    await expect(spool.write(parts[1]!)).rejects.toMatchObject({
      name: 'MediaSpoolError',
      code: 'ENOENT',
      message: expect.stringMatching(/TMPDIR/),
    });
    await spool.close();
    expect((await collect((await filled(Number.POSITIVE_INFINITY)).read())).equals(whole)).toBe(true);
  });
});
