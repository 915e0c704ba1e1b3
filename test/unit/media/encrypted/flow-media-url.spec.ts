import { isFlowMediaUrl } from '../../../../lib/media/encrypted/flow-media-url';
import { vectors } from '../../flows/vectors';

describe('isFlowMediaUrl', () => {
  it.each(vectors.media.map((vector) => vector.item.cdn_url))('accepts %s', (url) => {
    expect(isFlowMediaUrl(url)).toBe(true);
  });

  it.each([
    'http://mmg.whatsapp.net/v/x',
    'https://whatsapp.net.example.com/x',
    'https://evilwhatsapp.net/x',
    'https://mmg.whatsapp.net@10.0.0.1/x',
    'https://user:pass@mmg.whatsapp.net/x',
    'https://mmg.whatsapp.net:8443/x',
    'https://169.254.169.254/latest',
    'file:///etc/passwd',
    'mmg.whatsapp.net/v/x',
    '',
  ])('refuses %s', (url) => {
    expect(isFlowMediaUrl(url)).toBe(false);
  });
});
