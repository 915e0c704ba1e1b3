import 'reflect-metadata';
import * as common from '@nestjs/common';
import * as core from '@nestjs/core';
import { MessagesService, OnWhatsAppEvent, WhatsAppModule } from 'nestjs-whatsapp-cloud';
import { CloudApiEmulator } from 'nestjs-whatsapp-cloud/testing';
import { run } from './app.cjs';

const adapter =
  process.argv[2] === 'fastify' ? new (await import('@nestjs/platform-fastify')).FastifyAdapter() : undefined;
await run({
  common,
  core,
  adapter,
  whatsapp: { WhatsAppModule, MessagesService, OnWhatsAppEvent },
  testing: { CloudApiEmulator },
});
