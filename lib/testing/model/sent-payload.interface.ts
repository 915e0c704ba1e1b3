/** Text block of an interactive message. */
export interface SentText {
  body?: string;
  text?: string;
  preview_url?: boolean;
  [key: string]: unknown;
}

/** Media of a message: an uploaded id or a link. */
export interface SentMedia {
  id?: string;
  link?: string;
  caption?: string;
  filename?: string;
  voice?: boolean;
  [key: string]: unknown;
}

/** Interactive part of a message. */
export interface SentInteractive {
  type?: string;
  header?: { type?: string; text?: string; [key: string]: unknown };
  body?: SentText;
  footer?: SentText;
  action?: Record<string, unknown>;
  [key: string]: unknown;
}

/** The body of a send as the application posted it, in Meta's names. @publicApi */
export interface SentPayload {
  type?: string;
  to?: string;
  recipient?: string;
  recipient_type?: string;
  text?: SentText;
  image?: SentMedia;
  video?: SentMedia;
  audio?: SentMedia;
  document?: SentMedia;
  sticker?: SentMedia;
  location?: {
    latitude?: number | string;
    longitude?: number | string;
    name?: string;
    address?: string;
    [key: string]: unknown;
  };
  contacts?: Record<string, unknown>[];
  reaction?: { message_id?: string; emoji?: string; [key: string]: unknown };
  interactive?: SentInteractive;
  template?: {
    name?: string;
    language?: { code?: string; [key: string]: unknown };
    components?: Record<string, unknown>[];
    [key: string]: unknown;
  };
  context?: { message_id?: string; [key: string]: unknown };
  biz_opaque_callback_data?: string;
  [key: string]: unknown;
}
