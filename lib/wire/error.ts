/** An error as webhooks carry it. `code` is a string in some group webhooks, and old versions keep `details` on top. */
export interface WebhookError {
  code: number | string;
  title?: string;
  message?: string;
  details?: string;
  error_data?: { details?: string; [key: string]: unknown };
  href?: string;
  [key: string]: unknown;
}
