import { incomplete } from '../graph/node-request';
import type { AccessTokenAnswer } from '../wire/app/access-token';
import type { DebugTokenData } from '../wire/app/debug-token';
import type { AccessToken, TokenInfo } from './app-results.interface';

/** @throws UnexpectedAnswerError when the answer has no token */
export function toAccessToken(
  answer: AccessTokenAnswer | undefined,
  now: number,
  operation = 'POST /oauth/access_token',
): AccessToken {
  const { access_token: accessToken, token_type: tokenType, expires_in: expiresIn } = answer ?? {};
  if (typeof accessToken !== 'string' || accessToken === '')
    throw incomplete('the answer has no access_token', operation, undefined);
  return {
    accessToken,
    ...(tokenType !== undefined && { tokenType }),
    ...(expiresIn !== undefined && expiresIn > 0 && { expiresAt: new Date(now + expiresIn * 1000) }),
  };
}

export function toTokenInfo(raw: DebugTokenData): TokenInfo {
  const { app_id: appId, application, type, user_id: userId, granular_scopes: granularScopes = [] } = raw;
  const expiresAt = endOf(raw.expires_at);
  const dataAccessExpiresAt = endOf(raw.data_access_expires_at);
  return {
    valid: raw.is_valid === true,
    ...(appId !== undefined && { appId }),
    ...(application !== undefined && { application }),
    ...(type !== undefined && { type }),
    ...(expiresAt && { expiresAt }),
    ...(dataAccessExpiresAt && { dataAccessExpiresAt }),
    scopes: raw.scopes ?? [],
    granularScopes,
    ...(userId !== undefined && { userId }),
    wabaIds: granularScopes.find(({ scope }) => scope === 'whatsapp_business_management')?.target_ids ?? [],
    raw,
  };
}

/** 0 stands for no end. */
function endOf(seconds: number | undefined): Date | undefined {
  return seconds === undefined || seconds <= 0 ? undefined : new Date(seconds * 1000);
}
