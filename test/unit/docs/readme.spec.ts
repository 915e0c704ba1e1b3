import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MessagesService, WHATSAPP_EVENT_NAMES } from 'nestjs-whatsapp-cloud';

const readme = readFileSync(join(__dirname, '../../../README.md'), 'utf8');

function section(name: string): string {
  const [, text] = readme.split(`<!-- ${name}:start -->`);
  return text!.split(`<!-- ${name}:end -->`)[0]!;
}

describe('README', () => {
  it('names every event, and no other', () => {
    const documented = new Set<string>();
    for (const row of section('events').split('\n').slice(4)) {
      const [, pattern, , kinds] = row.split(/(?<!\\)\|/);
      if (!pattern || !kinds) continue;
      const domain = /`([\w.]+)\.\*`/.exec(pattern)![1]!;
      for (const [, kind] of kinds.matchAll(/`([\w.]+)`/g)) documented.add(`${domain}.${kind}`);
    }
    const concrete = WHATSAPP_EVENT_NAMES.filter((name) => name !== 'unknown' && !name.endsWith('.unknown'));
    expect([...documented].sort()).toEqual([...concrete].sort());
  });

  it('names every way to send', () => {
    const methods = new Set<string>();
    for (const row of section('messages').split('\n')) {
      for (const [, name] of (row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)) methods.add(name!);
    }
    const inherited = Object.getPrototypeOf(MessagesService.prototype) as object;
    const all = [
      ...Object.getOwnPropertyNames(MessagesService.prototype),
      ...Object.getOwnPropertyNames(inherited),
    ];
    const senders = all.filter((name) =>
      /^(send|request|react|unreact|pin|unpin|mark|show|with|reply|to$)/.test(name),
    );
    expect([...methods].sort()).toEqual([...new Set(senders)].sort());
  });

  it('names the two commands that do everything', () => {
    const scripts = (
      JSON.parse(readFileSync(join(__dirname, '../../../package.json'), 'utf8')) as { scripts: object }
    ).scripts;
    expect(readme).toContain('npm ci && npm start');
    expect(readme).toContain('npm ci && npm test');
    expect(scripts).toMatchObject({ start: expect.any(String), test: expect.any(String) });
  });
});
