/** A user as Meta describes it beside an item. Phone number and name may both be hidden. */
export interface InboundContact {
  profile?: { name?: string; username?: string; [key: string]: unknown };
  /** Phone number without `+`; absent or empty when the user hides it. */
  wa_id?: string;
  /** Business-scoped user id (BSUID), e.g. `US.123…`. */
  user_id?: string;
  parent_user_id?: string;
  identity_key_hash?: string;
  [key: string]: unknown;
}
