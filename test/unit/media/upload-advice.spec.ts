import { uploadAdvice } from '../../../lib/media/upload-advice';
import { input, ogg, webp } from './support';

const opus = (channels: number): Buffer => ogg(`OpusHead\u0001${String.fromCharCode(channels)}`);
const sticker = (pixels: number): Buffer => {
  const head = webp({ animated: false });
  head.write('WEBP', 8);
  head.writeUIntLE(pixels - 1, 24, 3);
  head.writeUIntLE(pixels - 1, 27, 3);
  return head;
};
const KB = 1024;

describe('uploadAdvice', () => {
  it.each<[string, Parameters<typeof input>[0], string, boolean, RegExp[]]>([
    ['a voice note that plays', { bytes: opus(1), size: 512 * KB }, 'audio/ogg; codecs=opus', true, []],
    ['a large one', { bytes: opus(1), size: 512 * KB + 1 }, 'audio/ogg; codecs=opus', true, [/512 KB/]],
    ['large audio', { bytes: opus(1), size: 600 * KB }, 'audio/ogg; codecs=opus', false, []],
    ['stereo', { bytes: opus(2) }, 'audio/ogg; codecs=opus', false, [/one channel/]],
    ['a sticker', { bytes: sticker(512) }, 'image/webp', false, []],
    ['a small sticker', { bytes: sticker(511) }, 'image/webp', false, [/512 x 512/]],
    ['no sticker', { bytes: Buffer.alloc(100) }, 'image/webp', false, []],
    ['a picture', { bytes: sticker(10) }, 'image/png', false, []],
  ])('for %s', async (_name, facts, mimeType, voice, expected) => {
    const advice = await uploadAdvice(input(facts), { mimeType, voice });
    expect(advice).toEqual(expected.map((text) => expect.stringMatching(text) as string));
  });
});
