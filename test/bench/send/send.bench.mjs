import { fileURLToPath } from 'node:url';
import { median, printTable, round } from '../support/statistics.mjs';
import { startWorker } from '../support/workers.mjs';

const kinds = ['ours', 'whatsapp-api-js', 'kapso', 'http-service', 'raw-undici'];
const peers = ['whatsapp-api-js', 'kapso'];
const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Texts sent a second, 64 in flight: client on one core, a loopback server on the other. */
export async function sendBench({ rounds = 7, sends = 4000, print }) {
  const meta = await startWorker(here('meta.cjs'), [], 1);
  const rates = Object.fromEntries(kinds.map((kind) => [kind, []]));
  const workers = {};
  try {
    for (const kind of kinds)
      workers[kind] = await startWorker(here('client.cjs'), [kind, String(meta.ready.port)], 0);
    for (const kind of kinds) await workers[kind].ask(sends);
    for (let i = 0; i < rounds; i++) {
      for (const kind of [...kinds.slice(i % kinds.length), ...kinds.slice(0, i % kinds.length)]) {
        rates[kind].push((await workers[kind].ask(sends)).rate);
      }
    }
  } finally {
    for (const worker of [meta, ...Object.values(workers)]) worker.stop();
  }
  const rate = Object.fromEntries(kinds.map((kind) => [kind, median(rates[kind])]));
  if (print)
    printTable(
      'Send text, 64 in flight',
      kinds.map((k) => [k, Math.round(rate[k]), 'sends/s']),
    );
  return {
    'send.vs_fastest_peer': round(rate.ours / Math.max(...peers.map((kind) => rate[kind]))),
    'send.vs_http_service': round(rate.ours / rate['http-service']),
    'send.vs_raw_undici': round(rate.ours / rate['raw-undici']),
    ...Object.fromEntries(kinds.map((kind) => [`send.${kind}.per_second`, Math.round(rate[kind])])),
  };
}
