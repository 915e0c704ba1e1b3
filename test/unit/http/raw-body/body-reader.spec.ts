import { AsyncLocalStorage } from 'node:async_hooks';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { readBody } from '../../../../lib/http/raw-body/body-reader';

/** A request whose body the test writes. */
function requestOf(headers: Record<string, string> = {}) {
  const body = new PassThrough();
  return { body, request: Object.assign(body, { headers }) as unknown as IncomingMessage };
}

describe('readBody', () => {
  it('reports the whole body once', async () => {
    const { body, request } = requestOf();
    const done = jest.fn();
    readBody(request, 6, done);
    body.write('abc');
    body.end('def');
    await once(body, 'end');
    expect(done.mock.calls).toEqual([[Buffer.from('abcdef')]]);
  });

  it('reports an empty body', async () => {
    const { body, request } = requestOf();
    const done = jest.fn();
    readBody(request, 6, done);
    body.end();
    await once(body, 'end');
    expect(done.mock.calls).toEqual([[Buffer.alloc(0)]]);
  });

  it('reports once what grows too long, and takes in the rest', async () => {
    const { body, request } = requestOf();
    const done = jest.fn();
    readBody(request, 6, done);
    for (const part of ['abc', 'defg', 'hij']) body.write(part);
    body.end();
    await once(body, 'end');
    expect(done.mock.calls).toEqual([[undefined]]);
  });

  it('refuses by the announced length before it reads', () => {
    const { request } = requestOf({ 'content-length': '7' });
    const done = jest.fn();
    readBody(request, 6, done);
    expect(done.mock.calls).toEqual([[undefined]]);
  });

  it('reports nothing when the client goes away', async () => {
    const { body, request } = requestOf();
    const done = jest.fn();
    readBody(request, 6, done);
    body.write('abc');
    body.destroy();
    await once(body, 'close');
    expect(done).not.toHaveBeenCalled();
  });

  it("reports in the caller's async context", async () => {
    const { body, request } = requestOf();
    const storage = new AsyncLocalStorage<string>();
    const seen = new Promise((resolve) => {
      storage.run('caller', () => readBody(request, 6, () => resolve(storage.getStore())));
    });
    storage.run('socket', () => body.end('abc'));
    await expect(seen).resolves.toBe('caller');
  });
});
