import type { EmulatorClock } from './emulator-clock';
import type { EmulatedNumber } from './model/emulated-number.interface';

/** Statuses that can be reported without being asked for. */
export type AutoStatus = 'sent' | 'delivered' | 'read';

/** A further business phone number. What is left out is taken from the first one. @publicApi */
export type EmulatedNumberOptions = Pick<EmulatedNumber, 'phoneNumberId' | 'displayPhoneNumber'> &
  Partial<EmulatedNumber>;

/** Options of `CloudApiEmulator.start`. @publicApi */
export interface CloudApiEmulatorOptions {
  /** Meta app id. @default '100555000000001' */
  appId?: string;
  /** App secret that signs the webhooks. @default 'emulator-app-secret' */
  appSecret?: string;
  /** Token of the webhook handshake. @default 'emulator-verify-token' */
  verifyToken?: string;
  /** Access token that the API takes. @default 'emulator-access-token' */
  accessToken?: string;
  /** @default '200555000000001' */
  phoneNumberId?: string;
  /** @default '300555000000001' */
  wabaId?: string;
  /** Business phone number, digits only. @default '15550100001' */
  displayPhoneNumber?: string;
  /** Further business phone numbers, for applications that serve many. @default none */
  numbers?: readonly EmulatedNumberOptions[];
  /** Webhook of the application, which must be listening; `connect` can be called later instead. @default none */
  webhookUrl?: string;
  /**
   * Time of the emulator: timestamps, retries, lifetimes of media. A clock with `advance` is moved by
   * `emulator.advance`; one without it, such as the module's system clock, runs on its own.
   * @default a clock that shows the real time and fires timers only on `advance`
   */
  clock?: EmulatorClock;
  /** @default '127.0.0.1' */
  host?: string;
  /** @default 0: any free port */
  port?: number;
  /** Versions that exist, e.g. `['v26.0']`. @default all */
  apiVersions?: readonly string[];
  /** Statuses that are reported for every message that the application sends, in this order. @default none */
  autoStatuses?: readonly AutoStatus[];
  /** Approve templates as soon as they are created or edited. @default false: `approveTemplate` does */
  autoApproveTemplates?: boolean;
  /** Refuse sends from numbers that are not registered (133010). @default false */
  requireRegistration?: boolean;
  /** Messages that a number may send in a second; more are refused with 130429. @default no limit */
  messagesPerSecond?: number;
  /**
   * Let messages fail, by a status with 131047, that are no templates and go to users who have not written to or called
   * the number for 24 hours. Virtual users count; what `deliver` brings does not. `number().enforceWindow` changes it for
   * one number.
   * @default false
   */
  enforceWindow?: boolean;
  /**
   * Refuse messages with 131056 that exceed the limit of one number to one user: 1 in 6 seconds, with bursts of 45.
   * `number().limitPairs` changes it for one number.
   * @default false
   */
  limitPairs?: boolean;
  /**
   * Gaps between the attempts to deliver a webhook, milliseconds. The last one is used until the 7 days are over.
   * @default one repeat at once, then growing from 30 s to 24 h
   */
  retryGapsMs?: readonly number[];
  /** Longest wait for the answer to a webhook, milliseconds of real time. @default 20000 */
  answerTimeoutMs?: number;
  /** Text that all ids are derived from. @default differs for each emulator of a process, in order of their start */
  seed?: string;
}

/** A virtual user to be made. @publicApi */
export interface UserOptions {
  name: string;
  /** Phone number; anything but digits is dropped. @default made up, unless there is a username */
  phone?: string;
  /** Business-scoped user id (BSUID). @default made up */
  userId?: string;
  /** With a username and no phone number, the application learns the user id alone. */
  username?: string;
  /** Id across linked business portfolios. @default none */
  parentUserId?: string;
}

/** The options that connect a module to the emulator; they fit `WhatsAppModule.forRoot`. @publicApi */
export interface EmulatorModuleOptions {
  accessToken: string;
  phoneNumberId: string;
  wabaId: string;
  appSecret: string;
  verifyToken: string;
  graphUrl: string;
  allowedHosts: string[];
}
