import type { DebugTokenData, GranularScope } from '../wire/app/debug-token';

/** A token that Meta gave out. Keep it like a password. @publicApi */
export interface AccessToken {
  readonly accessToken: string;
  /** Usually `bearer`. */
  readonly tokenType?: string;
  /** When it ends. Missing when it does not. */
  readonly expiresAt?: Date;
}

/** What Meta says of a token. @publicApi */
export interface TokenInfo {
  readonly valid: boolean;
  readonly appId?: string;
  /** Name of the app. */
  readonly application?: string;
  /** e.g. `SYSTEM_USER`, `USER` or `APP`. */
  readonly type?: string;
  /** When it ends. Missing when it does not. */
  readonly expiresAt?: Date;
  /** When access to data ends. Missing when it does not. */
  readonly dataAccessExpiresAt?: Date;
  readonly scopes: readonly string[];
  readonly granularScopes: readonly GranularScope[];
  readonly userId?: string;
  /** WABAs that the token may manage, the newest first. After Embedded Signup the first is the customer's. */
  readonly wabaIds: readonly string[];
  /** `data` of Meta's answer, untouched. */
  readonly raw: DebugTokenData;
}
