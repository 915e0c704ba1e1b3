/** Knows which events the application handles. Capabilities do not import events: the root of the package provides it. */
export interface HandledEvents {
  /** Names of the events that have a handler. Complete once the application has started. */
  names(): readonly string[];
}

/** Injection token of the handled events. */
export const HandledEvents = Symbol.for('nestjs-whatsapp-cloud:handled-events');
