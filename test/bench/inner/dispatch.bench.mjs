import { createRequire } from 'node:module';
import { median, printTable, round } from '../support/statistics.mjs';

const require = createRequire(import.meta.url);

/** Microseconds to hand one event to its one handler, with 1, 100 and 1000 handlers registered in all. */
export async function dispatchBench({ rounds = 7, print }) {
  const rows = [];
  const result = {};
  for (const count of [1, 100, 1000]) {
    const micros = await dispatchCost(count, rounds);
    rows.push([`${count} handlers`, round(micros, 3), 'µs an event']);
    result[`dispatch.${count}_handlers.us`] = round(micros, 3);
  }
  if (print) printTable('Dispatch to one handler', rows);
  return result;
}

async function dispatchCost(count, rounds) {
  require('reflect-metadata');
  const { Injectable, Module } = require('@nestjs/common');
  const { NestFactory } = require('@nestjs/core');
  const {
    OnWhatsAppEvent,
    WHATSAPP_EVENT_NAMES,
    WhatsAppEvents,
    WhatsAppModule,
  } = require('nestjs-whatsapp-cloud');
  const { decorateMethod } = require('../support/decorate.cjs');

  let handled = 0;
  class Handlers {}
  const others = WHATSAPP_EVENT_NAMES.filter((name) => name !== 'message.text');
  for (let i = 0; i < count; i++) {
    Handlers.prototype[`handler${i}`] = () => void handled++;
    decorateMethod(
      Handlers,
      `handler${i}`,
      OnWhatsAppEvent(i === 0 ? 'message.text' : others[i % others.length]),
    );
  }
  Injectable()(Handlers);
  class AppModule {}
  const options = { accessToken: 'token', phoneNumberId: '200555000000001', path: false };
  Module({ imports: [WhatsAppModule.forRoot(options)], providers: [Handlers] })(AppModule);
  const app = await NestFactory.createApplicationContext(AppModule, { logger: false });
  const events = app.get(WhatsAppEvents);
  const event = {
    name: 'message.text',
    payload: { id: 'wamid.1', type: 'text', text: { body: 'hello' } },
    key: 'key',
    lane: 'lane',
    wabaId: '300555000000001',
    receivedAt: 0,
    field: 'messages',
  };
  const times = [];
  for (let i = 0; i < rounds + 2; i++) {
    const repeat = 20_000;
    const start = process.hrtime.bigint();
    for (let n = 0; n < repeat; n++) await events.emit(event);
    if (i >= 2) times.push(Number(process.hrtime.bigint() - start) / 1e3 / repeat);
  }
  if (handled !== 20_000 * (rounds + 2)) throw new Error(`${handled} events handled`);
  await app.close();
  return median(times);
}
