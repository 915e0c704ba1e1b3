/**
 * The data that a message was sent with, from `biz_opaque_callback_data` of a status webhook. JSON is parsed, other
 * text is given back as it is.
 * @example const order = decodeCorrelation<{ orderId: string }>(event.payload.biz_opaque_callback_data);
 * @publicApi
 */
export function decodeCorrelation<T = unknown>(data: string | undefined): T | undefined {
  if (data === undefined) return undefined;
  try {
    return JSON.parse(data) as T;
  } catch {
    return data as T;
  }
}
