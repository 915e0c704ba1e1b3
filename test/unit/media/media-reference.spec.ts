import type { MediaReference } from '../../../lib/media/media-options.interface';
import { readReference } from '../../../lib/media/media-reference';

const url = 'https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=55&ext=1&hash=x';

describe('readReference', () => {
  it('tells ids from URLs', () => {
    expect(readReference('123')).toEqual({ id: '123' });
    expect(readReference('https://lookaside.fbsbx.com/x')).toEqual({ url: 'https://lookaside.fbsbx.com/x' });
  });

  it('finds the id in a download URL', () => {
    expect(readReference(url)).toEqual({ url, id: '55' });
    expect(readReference(new URL(url))).toEqual({ url, id: '55' });
    expect(readReference({ id: '77', url })).toMatchObject({ id: '77', url });
  });

  it('reads the media of an event', () => {
    const document = { id: '1', mime_type: 'application/pdf', sha256: 'x', filename: 'a.pdf', caption: 'hi' };
    expect(readReference(document)).toMatchObject({
      id: '1',
      mimeType: 'application/pdf',
      sha256: 'x',
      fileName: 'a.pdf',
    });
  });

  it.each([[''], [{}], [undefined], [null], [42], [{ url: '' }]])('refuses %j', (reference) => {
    expect(() => readReference(reference as MediaReference)).toThrow(/media: must be a media id/);
  });
});
