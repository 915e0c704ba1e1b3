import {
  constants,
  createCipheriv,
  createHmac,
  generateKeyPairSync,
  publicEncrypt,
  randomBytes,
} from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { median, printTable, round } from '../support/statistics.mjs';
import { startWorker } from '../support/workers.mjs';
import { APP_SECRET, postAll } from '../webhook/load.mjs';

const PATH = '/whatsapp/flows';
const WARM_UP = 400;
const kinds = ['ours-fastify', 'ours-express', 'bare-crypto'];

/** One encrypted and signed `data_exchange`, as bytes for the socket. */
function sealedRequest(publicKey, number) {
  const payload = {
    version: '4.0',
    action: 'data_exchange',
    screen: 'TIME',
    flow_token: `token-${number}`,
    data: { service: 'cut', time: `mon-${number}` },
  };
  const [aesKey, iv] = [randomBytes(16), randomBytes(16)];
  const cipher = createCipheriv('aes-128-gcm', aesKey, iv);
  const data = Buffer.concat([cipher.update(JSON.stringify(payload)), cipher.final(), cipher.getAuthTag()]);
  const rsa = { key: publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
  const body = JSON.stringify({
    encrypted_flow_data: data.toString('base64'),
    encrypted_aes_key: publicEncrypt(rsa, aesKey).toString('base64'),
    initial_vector: iv.toString('base64'),
  });
  const signature = createHmac('sha256', APP_SECRET).update(body).digest('hex');
  return Buffer.from(
    `POST ${PATH} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n` +
      `X-Hub-Signature-256: sha256=${signature}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

/**
 * Round trips of a `data_exchange` a second (decrypt, handler, encrypt) on one core, beside a server that does the
 * crypto and nothing else. Rounds are interleaved.
 */
export async function flowsBench({ rounds = 7, requests = 1500, print }) {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  process.env.FLOW_BENCH_KEY = privateKey.export({ type: 'pkcs8', format: 'pem' });
  const file = fileURLToPath(new URL('server.cjs', import.meta.url));
  const rates = Object.fromEntries(kinds.map((kind) => [kind, []]));
  const workers = {};
  for (const kind of kinds) workers[kind] = await startWorker(file, [kind], 0);
  const batch = Array.from({ length: requests }, (_, number) => sealedRequest(publicKey, number));
  try {
    for (const kind of kinds) await postAll(workers[kind].ready.port, batch.slice(0, WARM_UP));
    for (let i = 0; i < rounds; i++) {
      for (const kind of [...kinds.slice(i % kinds.length), ...kinds.slice(0, i % kinds.length)]) {
        rates[kind].push(await postAll(workers[kind].ready.port, batch));
      }
    }
    for (const kind of kinds) {
      const { handled } = await workers[kind].ask('count');
      if (handled !== WARM_UP + rounds * requests) throw new Error(`${kind} handled ${handled} requests`);
    }
  } finally {
    delete process.env.FLOW_BENCH_KEY;
    for (const worker of Object.values(workers)) worker.stop();
  }
  const rate = Object.fromEntries(kinds.map((kind) => [kind, median(rates[kind])]));
  if (print)
    printTable(
      'Flow endpoint, data_exchange round trip',
      kinds.map((kind) => [kind, Math.round(rate[kind]), 'requests/s']),
    );
  return {
    'flows.fastify.vs_crypto': round(rate['ours-fastify'] / rate['bare-crypto']),
    'flows.express.vs_crypto': round(rate['ours-express'] / rate['bare-crypto']),
    ...Object.fromEntries(kinds.map((kind) => [`flows.${kind}.per_second`, Math.round(rate[kind])])),
  };
}
