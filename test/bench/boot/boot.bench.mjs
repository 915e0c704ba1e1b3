/**
 * What the module costs an application that starts: each figure comes from a process of its own.
 * `node test/bench/boot/boot.bench.mjs` runs it alone; it needs a build.
 */
import { fileURLToPath } from 'node:url';
import { median, printTable, round } from '../support/statistics.mjs';
import { startWorker } from '../support/workers.mjs';

const kinds = ['bare', 'dependencies', 'module-without-unused', 'module'];
const app = fileURLToPath(new URL('app.cjs', import.meta.url));

/** CPU milliseconds to load and to boot, and MiB of heap that stay, of a bare Nest application and of one with the module. */
export async function bootBench({ rounds = 7, print }) {
  const runs = Object.fromEntries(kinds.map((kind) => [kind, []]));
  for (const kind of kinds) await runOnce(kind);
  for (let i = 0; i < rounds; i++) for (const kind of kinds) runs[kind].push(await runOnce(kind));
  const of = (kind, figure) => median(runs[kind].map((run) => run[figure]));
  const figures = [
    ['loadMs', 'CPU ms to load, besides Nest', 'load_cpu_ms'],
    ['bootMs', 'CPU ms to boot', 'boot_cpu_ms'],
    ['heapMib', 'MiB of heap that stay, besides Nest', 'heap_mib'],
  ];
  if (print)
    for (const [figure, title] of figures)
      printTable(
        `Start of an application, ${title}`,
        kinds.map((kind) => [kind, of(kind, figure).toFixed(1)]),
      );
  return Object.fromEntries([
    ['boot.load_cpu.vs_dependencies', round(of('module', 'loadMs') / of('dependencies', 'loadMs'))],
    ...figures.flatMap(([figure, , name]) =>
      kinds.map((kind) => [`boot.${kind}.${name}`, round(of(kind, figure), 1)]),
    ),
    ['boot.module.files', of('module', 'files')],
    [
      'boot.unused_services.boot_cpu_ms',
      round(of('module', 'bootMs') - of('module-without-unused', 'bootMs'), 1),
    ],
  ]);
}

async function runOnce(kind) {
  const worker = await startWorker(app, [kind], 0);
  worker.stop();
  return worker.ready;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  console.log(await bootBench({ rounds: 7, print: true }));
