import { fileURLToPath } from 'node:url';
import { median, printTable, round } from '../support/statistics.mjs';
import { startWorker } from '../support/workers.mjs';
import { postAll, signedRequest } from './load.mjs';

const PATH = '/whatsapp/webhook';
const kinds = ['ours-fastify', 'bare-fastify', 'ours-express', 'bare-express', 'whatsapp-api-js', 'raw-http'];

/** Signed text messages a second: servers on one core, load on the other, rounds interleaved. */
export async function webhookBench({ rounds = 7, requests = 8000, print }) {
  const file = fileURLToPath(new URL('server.cjs', import.meta.url));
  const rates = Object.fromEntries(kinds.map((kind) => [kind, []]));
  const workers = {};
  for (const kind of kinds) workers[kind] = await startWorker(file, [kind], 0);
  const make = (count) => Array.from({ length: count }, () => signedRequest(PATH));
  try {
    for (const kind of kinds) await postAll(workers[kind].ready.port, make(4000));
    for (let i = 0; i < rounds; i++) {
      // The order turns with each round, so that no server always follows the same neighbour.
      for (const kind of [...kinds.slice(i % kinds.length), ...kinds.slice(0, i % kinds.length)]) {
        const batch = make(requests);
        rates[kind].push(await postAll(workers[kind].ready.port, batch));
      }
    }
    for (const kind of kinds) {
      const { handled } = await workers[kind].ask('count');
      if (handled !== 4000 + rounds * requests) throw new Error(`${kind} handled ${handled} updates`);
    }
  } finally {
    for (const worker of Object.values(workers)) worker.stop();
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
