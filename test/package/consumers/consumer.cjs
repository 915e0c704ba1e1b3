require('reflect-metadata');
const { run } = require('./app.cjs');

const fastify = process.argv[2] === 'fastify';
run({
  common: require('@nestjs/common'),
  core: require('@nestjs/core'),
  adapter: fastify ? new (require('@nestjs/platform-fastify').FastifyAdapter)() : undefined,
  whatsapp: require('nestjs-whatsapp-cloud'),
  testing: require('nestjs-whatsapp-cloud/testing'),
}).catch((error) => {
  console.error(error);
  process.exit(1);
});
