import type { AccountDirectory } from '../config/account-directory';
import type { AccountRef, WhatsAppAccount } from '../config/account.interface';
import type { EncodedBody } from './graph-body';
import { encodeBody } from './graph-body';
import type { GraphRequest } from './graph-request.interface';
import type { GraphUrls, Target } from './graph-url';
import { operationOf } from './graph-url';

const MIB = 1024 * 1024;
const MAX_BYTES = { json: 16 * MIB, buffer: 128 * MIB, stream: Number.POSITIVE_INFINITY } as const;

/** Names the client, since some of Meta's servers refuse requests without one. */
const USER_AGENT = 'nestjs-whatsapp-cloud';

/** A request with everything that it needs to go out: account, token, URL, encoded body. */
export class PreparedCall {
  readonly kind: NonNullable<GraphRequest['kind']>;
  readonly responseType: NonNullable<GraphRequest['responseType']>;
  readonly maxBytes: number;
  readonly maxRedirects: number;
  private tokenRefreshed = false;

  private constructor(
    readonly request: GraphRequest,
    public account: WhatsAppAccount,
    public token: string,
    readonly target: Target,
    readonly body: EncodedBody,
    /** When the whole call must have ended, milliseconds since the epoch. */
    readonly deadline: number,
  ) {
    const { method, kind, responseType = 'json', maxBytes, maxRedirects = 0 } = request;
    this.kind = kind ?? (method === 'GET' || method === 'DELETE' ? 'safe' : 'unsafe');
    this.responseType = responseType;
    this.maxBytes = maxBytes ?? MAX_BYTES[responseType];
    this.maxRedirects = method === 'GET' ? maxRedirects : 0;
  }

  /**
   * @throws AccountNotFoundError when the account is not known.
   * @throws PayloadValidationError when the path or the body cannot be sent.
   */
  static async prepare(
    request: GraphRequest,
    directory: AccountDirectory,
    urls: GraphUrls,
    deadline: number,
  ): Promise<PreparedCall> {
    const { accessToken } = request;
    const account =
      accessToken === undefined
        ? await directory.account(request.account)
        : { ...request.account, accessToken };
    const token = await directory.token(account);
    const path = typeof request.path === 'function' ? request.path(account) : request.path;
    const target = urls.resolve(path, request.query);
    return new PreparedCall(request, account, token, target, encodeBody(request.body), deadline);
  }

  /** Method and path without ids, e.g. `POST /{id}/messages`. */
  get operation(): string {
    return operationOf(this.request.method, this.target.url);
  }

  /** What no error may quote: the token, and the app secret in an app access token (`app id|app secret`). */
  get secrets(): readonly string[] {
    return [this.token, ...this.token.split('|').slice(1)];
  }

  /** Headers besides the token. */
  get headers(): Record<string, string | false> {
    const headers: Record<string, string | false> = {
      accept: this.responseType === 'json' ? 'application/json' : '*/*',
      'user-agent': USER_AGENT,
      // `false` keeps axios from guessing one.
      'content-type': this.body.contentType,
    };
    const { headers: own } = this.request;
    if (own) for (const [name, value] of Object.entries(own)) headers[name.toLowerCase()] = value;
    return headers;
  }

  /**
   * Asks for the account and its token again, once, after Meta refused the token.
   * @returns Whether there is another token to try.
   */
  async refreshToken(directory: AccountDirectory): Promise<boolean> {
    if (this.tokenRefreshed || !this.body.replayable || this.request.accessToken !== undefined) return false;
    this.tokenRefreshed = true;
    const ref: AccountRef = this.request.account ?? {};
    directory.invalidate(ref);
    const account = await directory.account(ref);
    const token = await directory.token(account);
    if (token === this.token) return false;
    this.account = account;
    this.token = token;
    return true;
  }
}
