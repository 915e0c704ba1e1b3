/** An error as Graph answers and webhooks write it, after lenient reading. */
export interface ReportedError {
  readonly code: number | undefined;
  readonly subcode: number | undefined;
  readonly text: string | undefined;
  readonly details: string | undefined;
  readonly transient: boolean;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Whether a parsed body reports an error. Meta does so with HTTP 206 too. */
export function hasGraphError(body: unknown): boolean {
  const error = isRecord(body) ? body['error'] : undefined;
  return isRecord(error) && (toCode(error['code']) !== undefined || typeof error['message'] === 'string');
}

/** Reads an error object of Graph or of a webhook, without trusting any of its types. */
export function readError(error: Readonly<Record<string, unknown>>): ReportedError {
  const data = error['error_data'];
  return {
    code: toCode(error['code'] ?? error['error_code']),
    subcode: toCode(error['error_subcode']),
    text:
      textOf(error['message']) ??
      textOf(error['title']) ??
      textOf(error['error_message']) ??
      textOf(error['error_description']),
    details: (isRecord(data) ? textOf(data['details']) : textOf(data)) ?? textOf(error['details']),
    transient: error['is_transient'] === true,
    fields: error,
  };
}

/** A code as a number; some gateways and webhooks write it as text. */
function toCode(value: unknown): number | undefined {
  const code = typeof value === 'string' && /^\d{1,15}$/.test(value.trim()) ? Number(value) : value;
  return typeof code === 'number' && Number.isSafeInteger(code) ? code : undefined;
}

/** A text that says something. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** A JSON object, as opposed to a list or a plain value. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
