/**
 * Memory of large transfers: each kind moves one file of 100 MiB in a process of its own, against a loopback server.
 * `node test/bench/media/media.bench.mjs` runs it alone; it needs a build.
 */
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, printTable, round } from '../support/statistics.mjs';
import { startWorker } from '../support/workers.mjs';

const TOTAL = 100 * 1024 * 1024;
const kinds = [
  'upload-path',
  'upload-stream',
  'upload-generator',
  'upload-blob',
  'upload-handle',
  'upload-url',
  'download',
  'download-verified',
  'to-file',
  'copy',
];
const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Highest growth of the resident memory in the first transfer of a process and in the next, MiB; and MiB a second. */
export async function mediaBench({ rounds = 3, print }) {
  const folder = await mkdtemp(join(tmpdir(), 'media-bench-'));
  const path = join(folder, 'large.pdf');
  const bytes = Buffer.alloc(TOTAL, 7);
  const args = [path, String(TOTAL), createHash('sha256').update(bytes).digest('hex')];
  const runs = Object.fromEntries(kinds.map((kind) => [kind, []]));
  const meta = await startWorker(here('meta.cjs'), [String(TOTAL)], 1);
  try {
    await writeFile(path, bytes);
    for (let i = 0; i < Math.min(rounds, 3); i++) {
      for (const kind of kinds) runs[kind].push(await runOnce(kind, [String(meta.ready.port), ...args]));
    }
  } finally {
    meta.stop();
    await rm(folder, { recursive: true });
  }
  const rows = kinds.map((kind) => ({
    kind,
    first: Math.max(...runs[kind].map((run) => run.first.growth)),
    next: Math.max(...runs[kind].map((run) => run.next.growth)),
    rate: median(runs[kind].map((run) => run.next.rate)),
  }));
  if (print) {
    printTable(
      '100 MiB of media, growth of RSS, first',
      rows.map((row) => [row.kind, row.first.toFixed(1), 'MiB']),
    );
    printTable(
      '100 MiB of media, growth of RSS, next',
      rows.map((row) => [row.kind, row.next.toFixed(1), 'MiB']),
    );
    printTable(
      '100 MiB of media, rate',
      rows.map((row) => [row.kind, row.rate.toFixed(0), 'MiB/s']),
    );
  }
  return Object.fromEntries(
    rows.flatMap(({ kind, first, next, rate }) => [
      [`media.${kind}.rss_growth_mib`, round(first)],
      [`media.${kind}.next_rss_growth_mib`, round(next)],
      [`media.${kind}.mib_per_second`, Math.round(rate)],
    ]),
  );
}

async function runOnce(kind, args) {
  const client = await startWorker(here('client.cjs'), [kind, ...args], 0);
  try {
    return await client.ask('go');
  } finally {
    client.stop();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await mediaBench({ rounds: 2, print: true });
