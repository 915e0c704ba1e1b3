import { createHmac } from 'node:crypto';
import { readFlowTokenSignature } from '../../../../lib/flows/crypto/flow-token-signature';
import { vectors } from '../vectors';

const { appSecret, flowToken, flowTokenSignature: signature } = vectors;
const now = Date.UTC(2026, 0, 10);
const genuine = { signature, appSecrets: [appSecret], now };

function jwt(claims: unknown, header: unknown = { alg: 'HS256', typ: 'JWT' }, secret = appSecret): string {
  const text = [header, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

describe('readFlowTokenSignature', () => {
  it.each([
    ['Meta’s signature', genuine],
    ['the older of two secrets', { ...genuine, appSecrets: ['newer', appSecret] }],
    ['claims that are not known', { ...genuine, signature: jwt({ flow_token: flowToken, iss: 'x' }) }],
    [
      'a signature that has not expired',
      { ...genuine, signature: jwt({ flow_token: flowToken, exp: now / 1000 + 1 }) },
    ],
  ])('accepts %s', (_name, check) => {
    expect(readFlowTokenSignature(check)).toBe(flowToken);
  });

  const [head, claims, mac] = signature.split('.');
  const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`;

  it.each([
    ['a token that is no text', { ...genuine, signature: jwt({ flow_token: 5 }) }],
    ['an empty token', { ...genuine, signature: jwt({ flow_token: '' }) }],
    ['another secret', { ...genuine, appSecrets: ['other'] }],
    ['no secret', { ...genuine, appSecrets: [] }],
    [
      'an empty secret',
      { ...genuine, appSecrets: [''], signature: jwt({ flow_token: flowToken }, undefined, '') },
    ],
    ['no algorithm', { ...genuine, signature: unsigned }],
    ['another algorithm', { ...genuine, signature: jwt({ flow_token: flowToken }, { alg: 'HS512' }) }],
    ['a cut signature', { ...genuine, signature: `${head}.${claims}.${mac?.slice(1)}` }],
    ['a padded signature', { ...genuine, signature: `${signature}=` }],
    ['no signature part', { ...genuine, signature: `${head}.${claims}` }],
    ['a fourth part', { ...genuine, signature: `${signature}.x` }],
    ['nothing', { ...genuine, signature: '' }],
    ['no JSON', { ...genuine, signature: 'a.b.c' }],
    ['claims without the token', { ...genuine, signature: jwt({}) }],
    ['claims that are no object', { ...genuine, signature: jwt(null) }],
    ['an expired signature', { ...genuine, signature: jwt({ flow_token: flowToken, exp: now / 1000 }) }],
    ['an expiry that is no number', { ...genuine, signature: jwt({ flow_token: flowToken, exp: 'never' }) }],
  ])('refuses %s', (_name, check) => {
    expect(readFlowTokenSignature(check)).toBeUndefined();
  });
});
