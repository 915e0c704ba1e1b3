/** Answer of `/oauth/access_token`. */
export interface AccessTokenAnswer {
  access_token?: string;
  token_type?: string;
  /** Seconds. Missing when the token does not expire. */
  expires_in?: number;
}
