import type { AccountRef, WhatsAppAccount } from '../config/account.interface';
import type { SendSettings } from '../config/send-settings.interface';
import type { GraphApiError } from '../errors/graph-api.error';

/** Per-call settings that every service method accepts. @publicApi */
export interface CallOptions extends AccountRef, SendSettings {
  /** Gives up when aborted. A send that was on its way is then reported as `SendOutcomeUnknownError`. */
  readonly signal?: AbortSignal | undefined;
  /** Longest wait for the whole answer, milliseconds. @default the module's `http.timeoutMs` */
  readonly timeoutMs?: number | undefined;
  /** Check the input before it leaves. @default the module's `validate` */
  readonly validate?: boolean | undefined;
}

/** One request to the Graph API. */
export interface GraphRequest {
  readonly method: 'GET' | 'POST' | 'DELETE' | 'PUT';
  /** Path below the version, e.g. `123/messages`; or a function of the account; or an absolute URL of an allowed host. */
  readonly path: string | ((account: WhatsAppAccount) => string);
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  /**
   * Plain values go out as JSON; `FormData`, `Buffer`, `Uint8Array` and streams as they are. A stream is sent once; a
   * `StreamBody` lets the request be repeated.
   */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The account that the request speaks for. @default the default account */
  readonly account?: AccountRef | undefined;
  /**
   * Token in place of the account's, such as an app access token. No account is looked up then: the path must name
   * its ids.
   * @default the account's
   */
  readonly accessToken?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /**
   * Longest wait for the whole answer, attempts and pauses included, milliseconds. For a stream: until it begins, and
   * then for its next bytes.
   * @default the module's `http.timeoutMs`
   */
  readonly timeoutMs?: number | undefined;
  /**
   * What may be done when the outcome is unknown. `safe`: repeat (reads, deletes). `unsafe`: never repeat what may have
   * been done, but a plain error will do. `send`: as `unsafe`, and a lost answer is a `SendOutcomeUnknownError`.
   * @default `safe` for GET and DELETE, `unsafe` else
   */
  readonly kind?: 'safe' | 'unsafe' | 'send';
  /** How the answer is read. @default 'json' */
  readonly responseType?: 'json' | 'stream' | 'buffer';
  /**
   * Largest answer, bytes.
   * @default 16 MiB for JSON, 128 MiB for buffers, no limit for streams
   */
  readonly maxBytes?: number | undefined;
  /**
   * Redirects that a GET may follow. The token does not go along to another origin.
   * @default 0
   */
  readonly maxRedirects?: number | undefined;
  /** The application's own text in the message, to know it by when its answer is lost. */
  readonly correlation?: string | undefined;
  /** Hears of every answer that is an error, also of those after which the request is repeated. Must not throw. */
  readonly onRefusal?:
    ((error: GraphApiError, headers: Readonly<Record<string, string>>) => void) | undefined;
}

/** Answer of the Graph API. */
export interface GraphResponse<T> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly data: T;
}
