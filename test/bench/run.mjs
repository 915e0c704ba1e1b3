/**
 * Benchmarks, side by side in one run: `npm run bench`, or `npm run -s bench -- --json` for one flat object.
 * `--only webhook,send,parser,dispatch,media,flows,boot` picks some; `--quick` runs fewer rounds.
 */
import { createRequire } from 'node:module';
import { bootBench } from './boot/boot.bench.mjs';
import { dispatchBench } from './inner/dispatch.bench.mjs';
import { flowsBench } from './flows/flows.bench.mjs';
import { mediaBench } from './media/media.bench.mjs';
import { parserBench } from './inner/parser.bench.mjs';
import { sendBench } from './send/send.bench.mjs';
import { printTable } from './support/statistics.mjs';
import { canPin } from './support/workers.mjs';
import { webhookBench } from './webhook/webhook.bench.mjs';

const args = process.argv.slice(2);
const json = args.includes('--json');
const only = args[args.indexOf('--only') + 1]?.split(',');
const wanted = (name) => !args.includes('--only') || only.includes(name);
const rounds = args.includes('--quick') ? 3 : 7;

const suites = {
  webhook: webhookBench,
  send: sendBench,
  parser: parserBench,
  dispatch: dispatchBench,
  media: mediaBench,
  flows: flowsBench,
  boot: bootBench,
};
const results = {};
for (const [name, suite] of Object.entries(suites)) {
  if (wanted(name)) Object.assign(results, await suite({ rounds, print: !json }));
}

const isRatio = (name) => name.includes('.vs_');
const ordered = Object.fromEntries(
  Object.entries(results).sort(([a], [b]) => Number(isRatio(b)) - Number(isRatio(a))),
);
if (json) {
  console.log(JSON.stringify(ordered));
} else {
  printTable(
    'Ratios of medians, ours over theirs',
    Object.entries(ordered).filter(([name]) => isRatio(name)),
  );
  const { version } = createRequire(import.meta.url)('../../package.json');
  console.log(
    `\nnestjs-whatsapp-cloud ${version}, Node ${process.version}, ${canPin ? 'pinned to cores' : 'not pinned'}`,
  );
}
process.exit(0);
