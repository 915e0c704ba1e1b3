import { fileURLToPath } from 'node:url';
import { median, printTable, round } from '../support/statistics.mjs';
import { startWorker } from '../support/workers.mjs';
import { postAll, signedRequest } from './load.mjs';

const PATH = '/whatsapp/webhook';
const kinds = ['ours-fastify', 'bare-fastify', 'ours-express', 'bare-express', 'whatsapp-api-js', 'raw-http'];

/** Requests before the measurement, so that everything is compiled. */
const WARM_UP = 8000;

/**
 * Signed text messages a second: servers on one core, load on the other, rounds interleaved. The same server runs some
 * percent faster or slower from one start to the next, so all are started several times.
 */
export async function webhookBench({ rounds = 7, requests = 3000, print }) {
  const rates = Object.fromEntries(kinds.map((kind) => [kind, []]));
  for (let start = 0; start < Math.ceil(rounds / 2); start++) {
    for (const [kind, measured] of Object.entries(await oneStart(rounds, requests)))
      rates[kind].push(...measured);
  }
  const rate = Object.fromEntries(kinds.map((kind) => [kind, median(rates[kind])]));
  const result = {
    'webhook.fastify.vs_bare': round(rate['ours-fastify'] / rate['bare-fastify']),
    'webhook.fastify.vs_whatsapp_api_js': round(rate['ours-fastify'] / rate['whatsapp-api-js']),
    'webhook.express.vs_bare': round(rate['ours-express'] / rate['bare-express']),
    ...Object.fromEntries(kinds.map((kind) => [`webhook.${kind}.per_second`, Math.round(rate[kind])])),
  };
  if (print)
    printTable(
      'Webhook POST, signed text message',
      kinds.map((k) => [k, Math.round(rate[k]), 'requests/s']),
    );
  return result;
}

async function oneStart(rounds, requests) {
  const file = fileURLToPath(new URL('server.cjs', import.meta.url));
  const make = (count) => Array.from({ length: count }, () => signedRequest(PATH));
  const rates = Object.fromEntries(kinds.map((kind) => [kind, []]));
  const workers = {};
  for (const kind of kinds) workers[kind] = await startWorker(file, [kind], 0);
  try {
    for (const kind of kinds) await postAll(workers[kind].ready.port, make(WARM_UP));
    for (let i = 0; i < rounds; i++) {
      // The order turns with each round, so that no server always follows the same neighbour.
      for (const kind of [...kinds.slice(i % kinds.length), ...kinds.slice(0, i % kinds.length)]) {
        const batch = make(requests);
        rates[kind].push(await postAll(workers[kind].ready.port, batch));
      }
    }
    for (const kind of kinds) {
      const { handled } = await workers[kind].ask('count');
      if (handled !== WARM_UP + rounds * requests) throw new Error(`${kind} handled ${handled} updates`);
    }
  } finally {
    for (const worker of Object.values(workers)) worker.stop();
  }
  return rates;
}
