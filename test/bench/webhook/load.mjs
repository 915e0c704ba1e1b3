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

/** Posts all requests over keep-alive connections, one in flight on each. Returns requests a second. */
export async function postAll(port, requests, connections = 32) {
  let next = 0;
  const start = process.hrtime.bigint();
  await Promise.all(Array.from({ length: connections }, () => drive(port, () => requests[next++])));
  return requests.length / (Number(process.hrtime.bigint() - start) / 1e9);
}

function drive(port, take) {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let pending = '';
    const send = () => {
      const request = take();
      if (request) socket.write(request);
      else socket.end(resolve);
    };
    socket.on('connect', send);
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      pending += chunk.toString('latin1');
      const head = pending.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = /content-length: (\d+)/i.exec(pending);
      const complete = length
        ? pending.length >= head + 4 + Number(length[1])
        : pending.endsWith('0\r\n\r\n');
      if (!complete) return;
      if (!pending.startsWith('HTTP/1.1 200')) return reject(new Error(pending.slice(0, 200)));
      pending = '';
      send();
    });
  });
}
