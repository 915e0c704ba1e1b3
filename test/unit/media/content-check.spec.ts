import { assertOpus, HEAD_BYTES, isAnimatedWebp } from '../../../lib/media/content-check';
import { ogg, webp } from './support';

describe('isAnimatedWebp', () => {
  it('reads the flag of the extended header', () => {
    expect(isAnimatedWebp(webp({ animated: true }))).toBe(true);
    expect(isAnimatedWebp(webp({ animated: false }))).toBe(false);
  });

  it('takes anything else for a picture that does not move', () => {
    for (const bytes of [Buffer.alloc(0), Buffer.alloc(40, 0xff), Buffer.from('RIFF....WEBPVP8 ')]) {
      expect(isAnimatedWebp(bytes)).toBe(false);
    }
  });
});

describe('assertOpus', () => {
  it('takes Opus, and leaves to Meta what is no Ogg or too short to tell', () => {
    for (const bytes of [ogg('OpusHead'), ogg('OpusHead', 255), Buffer.from('OggS'), Buffer.from('ID3')]) {
      expect(() => assertOpus(bytes.subarray(0, HEAD_BYTES))).not.toThrow();
    }
  });

  it('refuses other codecs', () => {
    for (const packet of ['\u0001vorbis', 'Speex   ']) {
      expect(() => assertOpus(ogg(packet))).toThrow(/mimeType: .*not Opus/);
    }
  });
});
