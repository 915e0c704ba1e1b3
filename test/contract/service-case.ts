import type { Type } from '@nestjs/common';
import type { RecordedApp } from './recorded-app';

/** A call of a service, whose requests are compared. */
export interface ServiceCase {
  readonly name: string;
  readonly call: (app: RecordedApp) => unknown;
  /** How many requests the call makes. */
  readonly requests: number;
}

/** Calls of one service, which make one request unless told otherwise. */
export function on<T>(
  type: Type<T>,
  ...cases: readonly (readonly [name: string, call: (service: T) => unknown, requests?: number])[]
): ServiceCase[] {
  return cases.map(([name, call, requests = 1]) => ({
    name: `${type.name}: ${name}`,
    call: async (app) => call(await app.service(type)),
    requests,
  }));
}
