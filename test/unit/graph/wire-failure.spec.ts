import { describeFailure } from '../../../lib/graph/transport/wire-failure';

const withCode = (code?: string): Error => Object.assign(new Error('10.0.0.7:443'), { code });

describe('describeFailure', () => {
  it.each([
    'ENOTFOUND',
    'EAI_AGAIN',
    'ECONNREFUSED',
    'ECONNRESET',
    'UND_ERR_CONNECT_TIMEOUT',
    'UND_ERR_SOCKET',
    'CERT_HAS_EXPIRED',
  ])('calls %s before the request was written a failed connection', (code) =>
    expect(describeFailure(withCode(code), false)).toEqual([{ reason: 'connect', sent: false, code }]),
  );

  it.each([
    'ECONNRESET',
    'UND_ERR_SOCKET',
    'EPIPE',
    'ETIMEDOUT',
    'HPE_INVALID_CONSTANT',
    'UND_ERR_HEADERS_OVERFLOW',
  ])('calls %s after it a lost connection', (code) =>
    expect(describeFailure(withCode(code), true)).toEqual([{ reason: 'connection-lost', sent: true, code }]),
  );

  it('tells a closed client', () => {
    expect(describeFailure(withCode('UND_ERR_CLOSED'), false)[0]).toMatchObject({
      reason: 'closed',
      sent: false,
    });
    expect(describeFailure(withCode('UND_ERR_DESTROYED'), true)[0]).toMatchObject({
      reason: 'connection-lost',
    });
  });

  it('keeps the cause of what is no fault of the network', () => {
    const invalid = withCode('UND_ERR_INVALID_ARG');
    expect(describeFailure(invalid, false)).toEqual([
      { reason: 'request', sent: false, code: 'UND_ERR_INVALID_ARG' },
      { cause: invalid },
    ]);
    const missing = withCode('ENOENT');
    expect(describeFailure(missing, true)).toEqual([
      { reason: 'request', sent: true, code: 'ENOENT' },
      { cause: missing },
    ]);
    const plain = withCode();
    expect(describeFailure(plain, true)).toEqual([
      { reason: 'request', sent: true, code: undefined },
      { cause: plain },
    ]);
  });
});
