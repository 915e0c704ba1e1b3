/** Summary that Meta writes when a conversation is routed to this app. Made by a model: show it, never parse it. */
export interface ConversationContext {
  type?: 'summary' | (string & {});
  summary?: { text?: string; [key: string]: unknown };
  [key: string]: unknown;
}
