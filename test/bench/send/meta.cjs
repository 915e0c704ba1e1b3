/** The cheapest possible loopback Meta: answers every request with the same accepted send. */
const net = require('node:net');

const body = JSON.stringify({
  messaging_product: 'whatsapp',
  contacts: [{ input: '15550100123', wa_id: '15550100123' }],
  messages: [{ id: 'wamid.HBgLMTU1NTAxMDAxMjMVAgARGBQxNDdFODJGQUNBNjRBMDIxRjRBRgA=' }],
});
const answer = `HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=UTF-8\r\nConnection: keep-alive\r\nContent-Length: ${body.length}\r\n\r\n${body}`;

const server = net.createServer({ noDelay: true }, (socket) => {
  let buffered = '';
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    buffered += chunk.toString('latin1');
    for (;;) {
      const head = buffered.indexOf('\r\n\r\n');
      if (head < 0) return;
      const header = buffered.slice(0, head);
      const length = /\r\ncontent-length: ?(\d+)/i.exec(header);
      let end = head + 4 + (length ? Number(length[1]) : 0);
      if (!length && /transfer-encoding: ?chunked/i.test(header)) {
        const last = buffered.indexOf('0\r\n\r\n', head);
        if (last < 0) return;
        end = last + 5;
      }
      if (buffered.length < end) return;
      buffered = buffered.slice(end);
      socket.write(answer);
    }
  });
});
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
