import { HttpAdapterHost } from '@nestjs/core';
import { whenAdapterIsSet } from '../../../../lib/http/raw-body/adapter-host';

type Adapter = HttpAdapterHost['httpAdapter'];
const adapter = { name: 'adapter' } as unknown as Adapter;

/** As it was in Nest 10: no `init$`. */
class OldHost {
  private current: Adapter | undefined;
  get httpAdapter(): Adapter | undefined {
    return this.current;
  }
  set httpAdapter(value: Adapter | undefined) {
    this.current = value;
  }
}

describe.each([
  ['the present host', () => new HttpAdapterHost()],
  ['a host without init$', () => new OldHost() as unknown as HttpAdapterHost],
])('whenAdapterIsSet with %s', (_name, create) => {
  it('calls back at once when there is an adapter', () => {
    const host = create();
    host.httpAdapter = adapter;
    const callback = jest.fn();
    whenAdapterIsSet(host, callback);
    expect(callback.mock.calls).toEqual([[adapter]]);
  });

  it('calls everybody back when the adapter comes later', () => {
    const host = create();
    const callbacks = [jest.fn(), jest.fn()];
    for (const callback of callbacks) whenAdapterIsSet(host, callback);
    expect(callbacks.map((callback) => callback.mock.calls)).toEqual([[], []]);
    host.httpAdapter = adapter;
    expect(callbacks.map((callback) => callback.mock.calls)).toEqual([[[adapter]], [[adapter]]]);
    expect(host.httpAdapter).toBe(adapter);
  });

  it('never calls back in a process without HTTP', () => {
    const host = create();
    const callback = jest.fn();
    whenAdapterIsSet(host, callback);
    host.httpAdapter = null as unknown as Adapter;
    expect(callback).not.toHaveBeenCalled();
  });
});
