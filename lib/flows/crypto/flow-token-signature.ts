import { createHmac, timingSafeEqual } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** What is checked. */
export interface FlowTokenSignatureCheck {
  /** `flow_token_signature` of the request, a JWT. */
  readonly signature: string;
  /** Secrets of the Meta app that is linked to the flow; two of them while one is being replaced. */
  readonly appSecrets: readonly (string | KeyObject)[];
  /** Milliseconds since the Unix epoch, for a signature that expires. */
  readonly now: number;
}

/**
 * The flow token that Meta vouches for: the JWT is signed (HS256) with an app secret, holds a token and has not expired.
 * Sent with Flow JSON 7.3 and Data API 4.0 or later. Claims that Meta adds are ignored. Compare the token with
 * `flow_token` of the request.
 * @returns `undefined` when the signature is wrong or has expired
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/guides/implementingyourflowendpoint
 * @publicApi
 */
export function readFlowTokenSignature(check: FlowTokenSignatureCheck): string | undefined {
  const parts = check.signature.split('.');
  const [head, claims, mac] = parts;
  if (parts.length !== 3 || head === undefined || claims === undefined || mac === undefined) return undefined;
  // The algorithm is fixed: a token that names another one, or none, is not Meta's.
  if (readPart(head)?.['alg'] !== 'HS256') return undefined;
  if (!check.appSecrets.some((secret) => signed(secret, `${head}.${claims}`, mac))) return undefined;
  const payload = readPart(claims);
  const expiry = payload?.['exp'];
  if (expiry !== undefined && !(typeof expiry === 'number' && check.now < expiry * 1000)) return undefined;
  const token = payload?.['flow_token'];
  return typeof token === 'string' && token !== '' ? token : undefined;
}

function signed(secret: string | KeyObject, text: string, mac: string): boolean {
  if (secret === '') return false;
  const expected = Buffer.from(createHmac('sha256', secret).update(text).digest('base64url'));
  const given = Buffer.from(mac);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

function readPart(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
