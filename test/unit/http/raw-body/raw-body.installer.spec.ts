import { HttpAdapterHost } from '@nestjs/core';
import { RawBodyInstaller } from '../../../../lib/http/raw-body/raw-body.installer';
import type { WebhookLog } from '../../../../lib/http/webhook-log.service';

describe('RawBodyInstaller', () => {
  const log = {} as WebhookLog;

  function hostOf(type: string): { host: HttpAdapterHost; touched: jest.Mock } {
    const touched = jest.fn(() => ({ use: jest.fn(), addHook: jest.fn() }));
    const host = new HttpAdapterHost();
    host.httpAdapter = { getType: () => type, getInstance: touched, post: jest.fn() } as never;
    return { host, touched };
  }

  it.each(['express', 'fastify'])('prepares %s', (type) => {
    const { host, touched } = hostOf(type);
    new RawBodyInstaller(host, { id: '1', path: 'hook' }, {}, log);
    expect(touched).toHaveBeenCalledTimes(1);
  });

  it('leaves other adapters alone, and registrations without an endpoint', () => {
    const other = hostOf('other');
    new RawBodyInstaller(other.host, { id: '1', path: 'hook' }, {}, log);
    expect(other.touched).not.toHaveBeenCalled();

    const sender = hostOf('express');
    new RawBodyInstaller(sender.host, { id: '1', path: false }, {}, log);
    expect(sender.touched).not.toHaveBeenCalled();
  });

  it('does nothing without a host', () => {
    expect(() => new RawBodyInstaller(undefined, { id: '1', path: 'hook' }, {}, log)).not.toThrow();
  });
});
