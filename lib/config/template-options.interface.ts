/** How templates are checked before they are sent. */
export interface TemplateOptions {
  /**
   * Looks a template up when it is sent for the first time, and checks the values against it: their number and names, the
   * kind of header, the buttons. Needs a token with `whatsapp_business_management` and the account's `wabaId`; without
   * them templates go out unchecked. One look-up for each template name and `definitionTtlMs`.
   * @default true
   */
  checkValues?: boolean;
  /**
   * How long a definition is used, milliseconds. The template webhooks end it earlier, and no message is refused on
   * account of a definition that is older than a minute.
   * @default 3600000
   */
  definitionTtlMs?: number;
}
