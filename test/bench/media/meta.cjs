/** Meta's side of the media benchmark: takes uploads without keeping them, gives downloads without holding them. */
const http = require('node:http');

const TOTAL = Number(process.argv[2]);
const chunk = Buffer.alloc(64 * 1024, 7);

function upload(request, response) {
  let bytes = 0;
  request.on('data', (data) => (bytes += data.length));
  request.on('end', () => {
    if (bytes > 0 && bytes < TOTAL)
      return json(response, { error: { message: 'bytes are missing', code: 100 } }, 400);
    json(response, { id: bytes === 0 ? 'upload:1?sig=2' : '1', h: 'handle' });
  });
}

function download(response) {
  response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': TOTAL });
  let left = TOTAL;
  const more = () => {
    while (left > 0) {
      const part = left < chunk.length ? chunk.subarray(0, left) : chunk;
      left -= part.length;
      if (!response.write(part)) return response.once('drain', more);
    }
    response.end();
  };
  more();
}

function json(response, body, status = 200) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

const server = http.createServer((request, response) => {
  if (request.method === 'POST') return upload(request, response);
  if (request.url.startsWith('/file')) return download(response);
  const url = `http://127.0.0.1:${server.address().port}/file`;
  json(response, { id: '1', url, mime_type: 'application/pdf', file_size: String(TOTAL) });
});

server.listen(0, '127.0.0.1', () => process.send({ ready: true, port: server.address().port }));
