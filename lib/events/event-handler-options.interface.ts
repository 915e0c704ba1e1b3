import type { WhatsAppEvent, WhatsAppEventPattern } from './event-patterns';

/** Which events of a pattern to take. @publicApi */
export interface WhatsAppEventFilterOptions<P extends WhatsAppEventPattern = '*'> {
  /**
   * Takes only the events for which this returns true. Called before guards, on every pass.
   * @default every event
   */
  readonly where?: (event: WhatsAppEvent<P>) => boolean;
  /**
   * Takes only the events of these accounts: phone number ids or WABA ids.
   * @default every account
   */
  readonly accounts?: readonly string[];
}

/** How a handler takes part in the handling of an event. @publicApi */
export interface WhatsAppEventHandlerOptions<
  P extends WhatsAppEventPattern = '*',
> extends WhatsAppEventFilterOptions<P> {
  /**
   * Higher runs earlier; equal ones run in the order of declaration.
   * @default 0
   */
  readonly priority?: number;
}
