import type { HttpAdapterHost } from '@nestjs/core';

type Adapter = NonNullable<HttpAdapterHost['httpAdapter']>;

/**
 * Calls back with the HTTP adapter: at once in an application, and when the adapter is chosen in a testing module, whose
 * providers are made first. Never in a process without HTTP.
 */
export function whenAdapterIsSet(host: HttpAdapterHost, callback: (adapter: Adapter) => void): void {
  const notify = (adapter: Adapter | null | undefined): void => {
    if (adapter) callback(adapter);
  };
  if (host.httpAdapter) return callback(host.httpAdapter);
  // Absent in Nest 10, where the property itself is watched.
  const init$ = host.init$ as HttpAdapterHost['init$'] | undefined;
  if (init$) {
    init$.subscribe(() => notify(host.httpAdapter));
    return;
  }
  const inherited =
    Object.getOwnPropertyDescriptor(host, 'httpAdapter') ??
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(host), 'httpAdapter');
  Object.defineProperty(host, 'httpAdapter', {
    ...inherited,
    configurable: true,
    set: (adapter: Adapter) => {
      inherited?.set?.call(host, adapter);
      notify(adapter);
    },
  });
}
