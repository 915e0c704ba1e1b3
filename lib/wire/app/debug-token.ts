/** Permission that a token has for some objects only. */
export interface GranularScope {
  scope: string;
  /** Ids of the objects, the newest first. Missing: all of them. */
  target_ids?: string[];
}

/** `data` of `GET /debug_token`. Times are seconds since the Unix epoch; 0 means never. */
export interface DebugTokenData {
  app_id?: string;
  application?: string;
  type?: string;
  is_valid?: boolean;
  expires_at?: number;
  data_access_expires_at?: number;
  scopes?: string[];
  granular_scopes?: GranularScope[];
  user_id?: string;
  error?: { code?: number; message?: string; subcode?: number };
}
