import {
  assertOpus,
  HEAD_BYTES,
  isAnimatedWebp,
  opusChannels,
  webpSize,
} from '../../../lib/media/content-check';
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

describe('opusChannels', () => {
  it('reads the header of Opus, and no other', () => {
    const head = ogg('OpusHead\u0001\u0002');
    expect(opusChannels(head)).toBe(2);
    expect(opusChannels(head.subarray(0, 27 + 1 + 9))).toBeUndefined();
    expect(opusChannels(ogg('\u0001vorbis'))).toBeUndefined();
    expect(opusChannels(Buffer.from('ID3'))).toBeUndefined();
  });
});

describe('webpSize', () => {
  const chunk = (kind: string, content: string): Buffer =>
    Buffer.concat([Buffer.from(`RIFF____WEBP${kind}____`), Buffer.from(content, 'hex'), Buffer.alloc(10)]);

  it.each<[string, Buffer, readonly [number, number] | undefined]>([
    ['extended', chunk('VP8X', '10000000' + 'ff0100' + '2b0100'), [512, 300]],
    ['lossless', chunk('VP8L', '2f' + 'c1c17f00'), [450, 512]],
    ['lossy', chunk('VP8 ', '000000' + '9d012a' + '0002' + '0042'), [512, 512]],
    ['of another kind', chunk('ALPH', ''), undefined],
    ['cut', chunk('VP8X', '').subarray(0, 29), undefined],
    ['none', Buffer.alloc(40), undefined],
  ])('reads what is %s', (_name, head, size) => expect(webpSize(head)).toEqual(size));
});
