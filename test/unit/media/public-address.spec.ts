import { isPublicAddress, lookupPublic } from '../../../lib/media/input/public-address';

describe('isPublicAddress', () => {
  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.19.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:10.0.0.1',
    '::ffff:7f00:1',
    'fc00::1',
    'fdff::1',
    'fe80::1',
    'ff02::1',
    'localhost',
    '',
  ])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false));

  it.each(['1.1.1.1', '172.32.0.1', '157.240.1.1', '2a03:2880::1', '::ffff:1.1.1.1'])('%s is', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );
});

describe('lookupPublic', () => {
  const look = (host: string, options = {}) =>
    new Promise((resolve) =>
      lookupPublic(host, options, (error, address, family) => resolve(error ?? [address, family])),
    );

  it('gives addresses in the form that was asked for', async () => {
    expect(await look('1.1.1.1')).toEqual(['1.1.1.1', 4]);
    expect(await look('1.1.1.1', { all: true })).toEqual([[{ address: '1.1.1.1', family: 4 }], undefined]);
  });

  it('fails for names of private addresses', async () => {
    expect(await look('localhost')).toMatchObject({ name: 'MediaSourceError', field: 'source' });
  });
});
