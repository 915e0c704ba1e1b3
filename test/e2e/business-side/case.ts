import type { Type } from '@nestjs/common';
import type { CloudApiEmulator, VirtualUser } from 'nestjs-whatsapp-cloud/testing';
import type { Booted } from '../../support/boot';

/** What a case may use besides its service. */
export interface World {
  readonly booted: Booted;
  readonly emulator: CloudApiEmulator;
  /** A user who has just written. */
  readonly ann: VirtualUser;
  readonly businessId: string;
  /** Another account of the same portfolio. */
  readonly secondWabaId: string;
  /** Another service of the application. */
  the<T>(service: Type<T>): T;
}

/** Calls one method of a service and expects the answer that is documented. */
export type Case<S> = (service: S, world: World) => unknown;

/** Names of the public methods of a service. */
export type MethodName<S> = {
  [K in keyof S]: S[K] extends (...args: never[]) => unknown ? K : never;
}[keyof S];

/** A service, and a case for each of its methods. */
export interface Suite {
  readonly type: Type<object>;
  readonly cases: Readonly<Record<string, Case<never>>>;
}

/** A suite that the compiler checks: a method without a case does not compile. */
export function suite<S extends object>(
  type: Type<S>,
  cases: { readonly [K in MethodName<S>]: Case<S> },
): Suite {
  return { type, cases };
}

/** Ids of Meta: digits. */
export const ID = /^\d+$/;
