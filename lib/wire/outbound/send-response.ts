/** Meta's answer to a message. `contacts` may be empty. */
export interface SendResponse {
  messaging_product?: string;
  contacts?: { input?: string; wa_id?: string; user_id?: string; [key: string]: unknown }[];
  messages?: { id?: string; message_status?: string; group_id?: string; [key: string]: unknown }[];
  [key: string]: unknown;
}
