import { PERMISSIONS } from '../../model/account-record';
import { textOf } from '../../model/json';
import { GraphRefusal } from '../graph-refusal';
import { requiredText } from '../required';
import type { RouteHandler } from '../route.interface';

/**
 * `/oauth/access_token`: an app access token, or for a code of Embedded Signup the token of the first number. Any code
 * works, once.
 */
export const getAccessToken: RouteHandler = async (request, { state }) => {
  const { webhookSetup: setup } = state;
  const params = await request.params();
  if (requiredText(params, 'client_id') !== setup.appId || params['client_secret'] !== setup.app?.appSecret)
    throw new GraphRefusal(1, { message: 'Error validating client secret.', status: 400 });
  if (params['grant_type'] === 'client_credentials')
    return { body: { access_token: setup.appAccessToken, token_type: 'bearer' } };
  const code = requiredText(params, 'code');
  if (setup.usedCodes.has(code)) {
    throw new GraphRefusal(100, { message: 'This authorization code has been used.', subcode: 36009 });
  }
  setup.usedCodes.add(code);
  return { body: { access_token: request.number.accessToken, token_type: 'bearer' } };
};

/** `GET /debug_token`. */
export const debugToken: RouteHandler = ({ query }, { state }) => {
  const { appId, appAccessToken } = state.webhookSetup;
  const token = textOf(query.get('input_token'));
  if (token === undefined)
    throw new GraphRefusal(100, { message: '(#100) The parameter input_token is required.' });
  if (token === appAccessToken)
    return {
      body: { data: { app_id: appId, type: 'APP', application: 'Emulator', is_valid: true, scopes: [] } },
    };
  const mine = [...state.numbers.values()].filter((number) => number.accessToken === token);
  const wabas = [...new Set(mine.map(({ wabaId }) => wabaId))];
  if (wabas.length === 0)
    return {
      body: { data: { is_valid: false, scopes: [], error: { code: 190, message: 'Malformed token' } } },
    };
  const granular = PERMISSIONS.map((scope) => ({
    scope,
    target_ids: wabas.filter((wabaId) => state.accounts.of(wabaId).permissions.has(scope)),
  })).filter(({ target_ids }) => target_ids.length > 0);
  return {
    body: {
      data: {
        app_id: appId,
        type: 'SYSTEM_USER',
        application: 'Emulator',
        is_valid: true,
        expires_at: 0,
        data_access_expires_at: 0,
        scopes: granular.map(({ scope }) => scope),
        granular_scopes: granular,
      },
    },
  };
};
