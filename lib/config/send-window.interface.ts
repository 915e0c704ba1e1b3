/** One user as one number sees them. */
export interface WindowRef {
  readonly phoneNumberId: string;
  /** Phone number in any spelling, or business-scoped user id. */
  readonly user: string;
}

/** Whether a user can be written to freely. `unknown`: not tracked, or not for long enough. */
export type WindowState = 'open' | 'closed' | 'unknown';

/**
 * Knows whose customer-service window is open. Capabilities do not import each other: who sends messages takes this by
 * its token.
 */
export interface SendWindow {
  /** Whether windows are tracked at all. */
  readonly tracking: boolean;
  /** What sends do outside the window unless they say otherwise. */
  readonly outsideWindow: 'try' | 'throw';
  stateOf(ref: WindowRef): Promise<WindowState>;
  /** Takes note that Meta refused a message because the window is closed. Never throws. */
  closed(ref: WindowRef, at: number): Promise<void>;
}

/** Injection token of the windows. @publicApi */
export const SendWindow = Symbol.for('nestjs-whatsapp-cloud:send-window');
