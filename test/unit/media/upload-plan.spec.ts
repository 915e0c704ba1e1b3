import { MediaTooLargeError } from '../../../lib/media/errors/media-too-large.error';
import { UnsupportedMimeTypeError } from '../../../lib/media/errors/unsupported-mime-type.error';
import type { UploadOptions } from '../../../lib/media/media-options.interface';
import { assertUploadNumbers, planUpload } from '../../../lib/media/upload-plan';
import { input, ogg, webp } from './support';

const KB = 1024;
const MB = 1024 * KB;
const plan = (facts: Parameters<typeof input>[0], options: UploadOptions = {}, check = true) =>
  planUpload(input(facts), options, check);

describe('type and name', () => {
  it('come from the caller, else from the source, else from the name', async () => {
    const source = { mimeType: 'image/png', fileName: 'a.pdf' };
    expect(await plan(source, { mimeType: 'image/jpeg' })).toMatchObject({
      mimeType: 'image/jpeg',
      fileName: 'a.jpg',
    });
    expect(await plan(source)).toMatchObject({ mimeType: 'image/png', fileName: 'a.png' });
    expect(await plan({ ...source, mimeType: 'application/octet-stream' })).toMatchObject({
      mimeType: 'application/pdf',
      fileName: 'a.pdf',
    });
    expect(await plan({}, { fileName: 'b.mp3' })).toMatchObject({ mimeType: 'audio/mpeg' });
  });

  it('must be known, also unchecked', async () => {
    for (const check of [true, false]) {
      await expect(plan({}, {}, check)).rejects.toThrow(/mimeType: is not known; give it, or a `fileName`/);
      await expect(plan({}, { mimeType: 'png' }, check)).rejects.toThrow(/mimeType: is no MIME type/);
    }
  });

  it('must be ones that Meta takes, for the kind wanted', async () => {
    const error = await plan({}, { mimeType: 'image/gif' }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UnsupportedMimeTypeError);
    expect(error).toMatchObject({
      mimeType: 'image/gif',
      issues: [
        { path: 'mimeType', message: expect.stringMatching(/taken by Meta.*image\/jpeg.*application\/pdf/) },
      ],
    });
    await expect(plan({}, { mimeType: 'image/png', kind: 'sticker' })).rejects.toThrow(
      /image\/png is not taken as sticker; these are: image\/webp/,
    );
    const kind = 'photo' as 'image';
    await expect(plan({}, { mimeType: 'image/png', kind })).rejects.toThrow(/kind: must be one of image, /);
    await expect(plan({}, { mimeType: 'image/gif' }, false)).resolves.toMatchObject({
      mimeType: 'image/gif',
    });
  });
});

describe('Ogg', () => {
  it('must be Opus', async () => {
    const mimeType = 'audio/ogg';
    await expect(plan({ bytes: ogg('OpusHead') }, { mimeType })).resolves.toMatchObject({
      mimeType: 'audio/ogg; codecs=opus',
    });
    await expect(plan({ bytes: ogg('\u0001vorbis') }, { mimeType })).rejects.toThrow(/not Opus/);
    await expect(plan({}, { mimeType: 'audio/ogg; codecs=vorbis' })).rejects.toThrow(/must be Ogg with Opus/);
  });

  it('is what voice notes are', async () => {
    await expect(plan({}, { mimeType: 'audio/mpeg', voice: true })).rejects.toThrow(/for a voice note/);
    await expect(plan({}, { mimeType: 'audio/opus', voice: true })).resolves.toMatchObject({
      fileName: 'file.ogg',
    });
  });
});

describe('the size', () => {
  it.each([
    ['image/jpeg', {}, 5 * MB],
    ['audio/aac', {}, 16 * MB],
    ['video/mp4', {}, 16 * MB],
    ['video/mp4', { kind: 'gif' }, 3.5 * MB],
    ['text/plain', {}, 100 * MB],
    ['image/webp', {}, 100 * KB],
  ] as const)('of %s %j is limited', async (mimeType, options, maxBytes) => {
    await expect(plan({ size: maxBytes }, { mimeType, ...options })).resolves.toMatchObject({ maxBytes });
    const error = await plan({ size: maxBytes + 1 }, { mimeType, ...options }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(MediaTooLargeError);
    expect(error).toMatchObject({ maxBytes, size: maxBytes + 1, field: 'source' });
    await expect(plan({ size: maxBytes + 1 }, { mimeType }, false)).resolves.toBeDefined();
  });

  it('of stickers depends on whether they move', async () => {
    const mimeType = 'image/webp';
    const moving = { bytes: webp({ animated: true }) };
    await expect(plan({ ...moving, size: 500 * KB }, { mimeType })).resolves.toBeDefined();
    await expect(plan({ ...moving, size: 500 * KB + 1 }, { mimeType })).rejects.toThrow(/animated sticker/);
    const still = { bytes: webp({ animated: false }), size: 100 * KB + 1 };
    await expect(plan(still, { mimeType })).rejects.toThrow(
      /a sticker that does not move may have 102400 bytes/,
    );
  });
});

describe('assertUploadNumbers', () => {
  it('names each that cannot be meant', () => {
    for (const ttlMinutes of [59, 43_201, 60.5, Number.NaN]) {
      expect(() => assertUploadNumbers({ ttlMinutes, size: 0 })).toThrow(/ttlMinutes: .*60 to 43200; size: /);
    }
    expect(() => assertUploadNumbers({ ttlMinutes: 60, size: 1 })).not.toThrow();
    expect(() => assertUploadNumbers({})).not.toThrow();
  });
});
