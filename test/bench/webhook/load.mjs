import { createHmac } from 'node:crypto';
import { connect } from 'node:net';

export const APP_SECRET = 'bench-app-secret';
let sequence = 0;

/** One signed webhook POST of a text message as Meta sends it, with an id of its own, as bytes for the socket. */
export function signedRequest(path) {
  const id = `wamid.HBgLMTU1NTAxMDAxMjMVAgASGBQ${(sequence++).toString(36).padStart(12, '0')}AA=`;
  const from = `1555010${String(sequence % 500).padStart(4, '0')}`;
  const body = `{"object":"whatsapp_business_account","entry":[{"id":"300555000000001","changes":[{"value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550100001","phone_number_id":"200555000000001"},"contacts":[{"profile":{"name":"Robin Vale"},"wa_id":"${from}","user_id":"US.${from}0000000001"}],"messages":[{"from":"${from}","from_user_id":"US.${from}0000000001","id":"${id}","timestamp":"1768005678","text":{"body":"Caf\\u00e9 \\ud83d\\ude00 https:\\/\\/example.com"},"type":"text"}]},"field":"messages"}]}]}`;
  const signature = createHmac('sha256', APP_SECRET).update(body).digest('hex');
  return Buffer.from(
    `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nUser-Agent: facebookexternalua\r\n` +
      `X-Hub-Signature-256: sha256=${signature}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

const STATUS_LINE = Buffer.from('HTTP/1.1 ');
const OK = Buffer.from('200 ');

/**
 * Posts all requests over keep-alive connections and returns requests a second. Each connection keeps a few requests in
 * flight: with one alone, the load would need its core before the faster servers need theirs.
 */
export async function postAll(port, requests, { connections = 32, depth = 4 } = {}) {
  const queue = { requests, next: 0 };
  const start = process.hrtime.bigint();
  await Promise.all(Array.from({ length: connections }, () => drive(port, queue, depth)));
  return requests.length / (Number(process.hrtime.bigint() - start) / 1e9);
}

function drive(port, queue, depth) {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let inFlight = 0;
    const send = (count) => {
      const batch = queue.requests.slice(queue.next, queue.next + count);
      queue.next += batch.length;
      inFlight += batch.length;
      if (batch.length > 0) socket.write(batch.length === 1 ? batch[0] : Buffer.concat(batch));
      else if (inFlight === 0) socket.end(resolve);
    };
    socket.on('connect', () => send(depth));
    socket.on('error', reject);
    socket.on('close', () =>
      reject(new Error(`the server closed a connection with ${inFlight} requests in flight`)),
    );
    socket.on('data', (chunk) => {
      let answers = 0;
      for (let at = chunk.indexOf(STATUS_LINE); at !== -1; at = chunk.indexOf(STATUS_LINE, at + 9)) {
        if (chunk.compare(OK, 0, 4, at + 9, at + 13) !== 0)
          return reject(new Error(chunk.toString('latin1', at, at + 200)));
        answers++;
      }
      inFlight -= answers;
      if (answers > 0) send(answers);
    });
  });
}
