import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { median, printTable, round } from '../support/statistics.mjs';

const folder = new URL('../../fixtures/webhooks/', import.meta.url);

/** Microseconds for `parseWebhook` on a parsed body, by class of fixture, and JSON.parse of the same bodies beside it. */
export function parserBench({ rounds = 7, print }) {
  const { parseWebhook } = createRequire(import.meta.url)('nestjs-whatsapp-cloud');
  const classes = new Map();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const name = file.split('.')[0];
    classes.set(name, [...(classes.get(name) ?? []), readFileSync(new URL(file, folder), 'utf8')]);
  }
  const rows = [];
  const result = {};
  for (const [name, texts] of classes) {
    const bodies = texts.map((text) => JSON.parse(text));
    const parse = () => bodies.map((body) => parseWebhook(body).length);
    const json = () => texts.map((text) => JSON.parse(text));
    const [ours, baseline] = [parse, json].map((work) => micros(work, rounds) / texts.length);
    rows.push([name, round(ours), `µs (JSON.parse ${round(baseline)} µs)`]);
    result[`parser.${name}.us`] = round(ours, 3);
  }
  if (print) printTable('Parser, per webhook body', rows);
  return result;
}

function micros(work, rounds) {
  const times = [];
  for (let i = 0; i < rounds + 2; i++) {
    const repeat = 200;
    const start = process.hrtime.bigint();
    for (let n = 0; n < repeat; n++) work();
    if (i >= 2) times.push(Number(process.hrtime.bigint() - start) / 1e3 / repeat);
  }
  return median(times);
}
