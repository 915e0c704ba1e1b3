/** Boots one kind of application, once, and tells what it took: CPU time to load and to boot, and the heap after a collection. */
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');

const [kind] = process.argv.slice(2);
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

const options = {
  accessToken: 'token',
  phoneNumberId: '200555000000001',
  wabaId: '300555000000001',
  appSecret: 'secret',
  verifyToken: 'verify',
};

/** Capabilities that an application which answers messages does not use. */
const UNUSED = [
  'analytics',
  'app',
  'blocked-users',
  'business-compliance',
  'business-encryption',
  'business-profile',
  'commerce',
  'conversational-automation',
  'conversions',
  'credit-lines',
  'flows',
  'groups',
  'marketing-messages',
  'migration',
  'official-business-account',
  'payments',
  'phone-numbers',
  'qr-codes',
  'signups',
  'solutions',
  'subscription',
  'usernames',
  'waba',
  'welcome-message-sequences',
];

const tokenOf = (provider) => provider.provide ?? provider;

/** What each kind loads, and the modules that its application imports. */
const kinds = {
  bare: () => [],
  // What the package stands on, loaded and registered without it.
  dependencies() {
    for (const name of ['class-validator', 'class-transformer', 'undici']) require(name);
    return [require('@nestjs/axios').HttpModule, require('@nestjs/core').DiscoveryModule];
  },
  module: () => [require('nestjs-whatsapp-cloud').WhatsAppModule.forRoot(options)],
  // The same without the services that nobody injects: what is left of `module` is what they cost.
  'module-without-unused'() {
    const { WhatsAppModule } = require('nestjs-whatsapp-cloud');
    const unused = new Set(
      UNUSED.flatMap((folder) =>
        Object.values(require(`../../../dist/${folder}/${folder}.providers`))
          .flat()
          .map(tokenOf),
      ),
    );
    for (const key of ['providers', 'exports']) {
      const all = Reflect.getMetadata(key, WhatsAppModule);
      const left = all.filter((provider) => !unused.has(tokenOf(provider)));
      if (left.length === all.length) throw new Error(`no unused ${key} found`);
      Reflect.defineMetadata(key, left, WhatsAppModule);
    }
    return [WhatsAppModule.forRoot(options)];
  },
};

/** CPU time and not time of the clock: other processes disturb it less. */
function cpuMsSince(start) {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

async function measure() {
  require('reflect-metadata');
  const { Module } = require('@nestjs/common');
  const { NestFactory } = require('@nestjs/core');
  require('@nestjs/platform-express');
  collect();
  const heapBefore = process.memoryUsage().heapUsed;

  const loadStart = process.cpuUsage();
  const imports = kinds[kind]();
  const loadMs = cpuMsSince(loadStart);

  class AppModule {}
  Module({ imports })(AppModule);
  const bootStart = process.cpuUsage();
  const app = await NestFactory.create(AppModule, { logger: false, abortOnError: false });
  await app.init();
  const bootMs = cpuMsSince(bootStart);

  collect();
  const heapMib = (process.memoryUsage().heapUsed - heapBefore) / 2 ** 20;
  const files = Object.keys(require.cache).filter(
    (file) => /[\\/]dist[\\/]/.test(file) && !file.includes('node_modules'),
  );
  return { loadMs, bootMs, heapMib, files: files.length };
}

measure().then((figures) => process.send(figures));
