/** Moves one large file when asked, and says how much the memory of this process grew meanwhile. */
require('reflect-metadata');
const { createReadStream, openAsBlob, readFileSync, writeFileSync } = require('node:fs');
const { Writable } = require('node:stream');
const { pipeline } = require('node:stream/promises');
const { setTimeout } = require('node:timers/promises');
const { accountProviders } = require('../../../dist/config/account.providers.js');
const { Clock, systemClock } = require('../../../dist/config/clock.js');
const { WHATSAPP_OPTIONS } = require('../../../dist/config/whatsapp.constants.js');
const { graphProviders } = require('../../../dist/graph/graph.providers.js');
const { mediaProviders } = require('../../../dist/media/media.providers.js');
const { MediaService } = require('../../../dist/media/media.service.js');

const [kind, port, path, total, sha256] = process.argv.slice(2);
const TOTAL = Number(total);
const CHUNK = 64 * 1024;
const pdf = { mimeType: 'application/pdf', fileName: 'large.pdf' };
const sink = () => new Writable({ write: (_chunk, _encoding, done) => done() });

async function* generated() {
  for (let left = TOTAL; left > 0; left -= CHUNK) yield Buffer.alloc(Math.min(left, CHUNK), 1);
}

const jobs = {
  'upload-path': (media) => media.upload({ path }, pdf),
  'upload-stream': (media) => media.upload(createReadStream(path), pdf),
  'upload-generator': (media) => media.upload(generated(), pdf),
  'upload-blob': async (media) => media.upload(await openAsBlob(path), pdf),
  'upload-handle': (media) => media.uploadHandle({ path }, { ...pdf, appId: '1' }),
  'upload-url': (media) =>
    media.upload(new URL(`http://127.0.0.1:${port}/file`), { ...pdf, allowPrivateAddresses: true }),
  download: async (media) => pipeline((await media.download('1')).stream, sink()),
  'download-verified': async (media) => pipeline((await media.download('1', { sha256 })).stream, sink()),
  'to-file': (media) => media.toFile('1', `${path}.copy`),
  copy: (media) => media.copy('1', { to: { phoneNumberId: '2' } }),
};

async function start() {
  const { HttpModule } = await import('@nestjs/axios');
  const { Module } = require('@nestjs/common');
  const { NestFactory } = require('@nestjs/core');
  class AppModule {}
  const options = {
    accessToken: 'token',
    phoneNumberId: '200555000000001',
    graphUrl: `http://127.0.0.1:${port}`,
    allowedHosts: [`127.0.0.1:${port}`],
  };
  Module({
    imports: [HttpModule],
    providers: [
      { provide: WHATSAPP_OPTIONS, useValue: options },
      { provide: Clock, useValue: systemClock },
      ...accountProviders,
      ...graphProviders,
      ...mediaProviders,
    ],
  })(AppModule);
  const app = await NestFactory.createApplicationContext(AppModule, { logger: false });
  return app.get(MediaService);
}

/** Starts from a clean heap without a flag on the command line. */
function collectGarbage() {
  require('node:v8').setFlagsFromString('--expose-gc');
  require('node:vm').runInNewContext('gc')();
}

const megabytes = (bytes) => bytes / 1024 / 1024;

/**
 * Watches the resident memory and gives its highest value: the kernel's own mark on Linux, which is set back first;
 * elsewhere the highest of many samples.
 */
function watchMemory() {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
    return () => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) * 1024;
  } catch {
    let highest = 0;
    const sample = () => (highest = Math.max(highest, process.memoryUsage.rss()));
    setInterval(sample, 5).unref();
    return sample;
  }
}

async function measure(media) {
  collectGarbage();
  const before = process.memoryUsage().rss;
  const peak = watchMemory();
  const begin = process.hrtime.bigint();
  await jobs[kind](media);
  const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
  return { growth: megabytes(peak() - before), rate: megabytes(TOTAL) / seconds };
}

start().then((media) => {
  process.on('message', async () => {
    await media.info('1');
    // The first request starts the compilation of undici's parser on another thread, which takes 30 MiB for a moment.
    await setTimeout(1000);
    process.send({ first: await measure(media), next: await measure(media) });
  });
  process.send({ ready: true });
});
