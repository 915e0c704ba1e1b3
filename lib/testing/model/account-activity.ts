/** What the activity log of an account tells of. */
export type AccountActivityType =
  | 'ACCOUNT_UPDATED'
  | 'PHONE_NUMBER_ADDED'
  | 'PHONE_NUMBER_VERIFIED'
  | 'USER_ADDED'
  | 'USER_REMOVED'
  | 'TEMPLATE_CREATED'
  | 'TEMPLATE_UPDATED'
  | 'TEMPLATE_DELETED'
  | 'WEBHOOK_CONFIGURED'
  | 'API_ACCESS_GRANTED'
  | 'API_ACCESS_REVOKED'
  | 'BILLING_UPDATED';

/** An entry of the activity log of an account. @publicApi */
export interface AccountActivity {
  readonly id: string;
  readonly type: AccountActivityType;
  /** Milliseconds since the Unix epoch. */
  readonly at: number;
}
