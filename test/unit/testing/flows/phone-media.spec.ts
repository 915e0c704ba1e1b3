import { createDecipheriv, createHash, createHmac } from 'node:crypto';
import * as fc from 'fast-check';
import { SteppedClock } from '../../../../lib/testing/emulator-clock';
import { sealMedia } from '../../../../lib/testing/flows/flow-media-seal';
import { PhoneMedia } from '../../../../lib/testing/flows/phone-media';
import { PickedMedia } from '../../../../lib/testing/flows/picked-media';
import { EmulatorState } from '../../../../lib/testing/model/emulator-state';

const state = new EmulatorState(new SteppedClock(Date.UTC(2026, 0, 10)), 'phone media');
const media = new PhoneMedia(state, '200555000000001');
const picked = (data: Buffer = Buffer.from('x')): PickedMedia =>
  new PickedMedia(media.newId(), data, 'a.pdf', 'application/pdf', undefined);

describe('files of a picker', () => {
  it('are encrypted once, however often they are sent', () => {
    const file = picked();
    const [first, second] = [0, 1].map(() => media.written('data_exchange', { files: [file], note: 'a' }));
    expect(first).toEqual({
      note: 'a',
      files: [
        {
          media_id: expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/),
          cdn_url: expect.stringContaining('/v/t62.7118-24/?'),
          file_name: 'a.pdf',
          encryption_metadata: expect.any(Object),
        },
      ],
    });
    expect(second).toEqual(first);
  });

  it('become ordinary media in a completion message', () => {
    const { files } = media.written('complete', { files: [picked(Buffer.from('bytes'))] }) as {
      files: { id: number }[];
    };
    expect(files).toEqual([
      {
        id: expect.any(Number),
        mime_type: 'application/pdf',
        sha256: createHash('sha256').update('bytes').digest('base64'),
        file_name: 'a.pdf',
      },
    ]);
    expect(state.media.get(String(files[0]!.id))?.data.toString()).toBe('bytes');
  });

  it.each([
    ['navigate', { files: [picked()] }, 'The action navigate cannot carry files'],
    ['update_data', { files: [picked()] }, 'The action update_data cannot carry files'],
    ['data_exchange', { all: { files: [picked()] } }, 'all: files of a picker can only be members'],
    ['data_exchange', { all: [[picked()]] }, 'all: files of a picker can only be members'],
    [
      'complete',
      { a: Array.from({ length: 8 }, () => picked()), b: [picked(), picked(), picked()] },
      '10 files, not 11',
    ],
    [
      'complete',
      { a: Array.from({ length: 5 }, () => picked(Buffer.alloc(20.1 * 1024 * 1024))) },
      '100 MiB at most',
    ],
  ])('cannot go with %s as they please', (action, payload, message) => {
    expect(() => media.written(action, payload)).toThrow(message);
  });

  it('are encrypted so that key, vector and codes open them again', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const data = Buffer.from(bytes);
        const { file, metadata } = sealMedia(data);
        const read = (name: string): Buffer => Buffer.from(String(metadata[name]), 'base64');
        const ciphertext = file.subarray(0, -10);
        const mac = createHmac('sha256', read('hmac_key')).update(read('iv')).update(ciphertext).digest();
        expect(file.subarray(-10)).toEqual(mac.subarray(0, 10));
        expect(createHash('sha256').update(file).digest()).toEqual(read('encrypted_hash'));
        const decipher = createDecipheriv('aes-256-cbc', read('encryption_key'), read('iv'));
        expect(Buffer.concat([decipher.update(ciphertext), decipher.final()])).toEqual(data);
        expect(createHash('sha256').update(data).digest()).toEqual(read('plaintext_hash'));
      }),
      { numRuns: 50, seed: 3 },
    );
  });

  it('leave the CDN after 20 days', () => {
    const clock = new SteppedClock(Date.UTC(2026, 0, 10));
    const { media: store } = new EmulatorState(clock, 'cdn');
    store.baseUrl = 'http://127.0.0.1:1';
    const { searchParams } = new URL(store.publish(Buffer.from('file')));
    expect(store.published(searchParams)?.toString()).toBe('file');
    clock.advance(20 * 24 * 3_600_000);
    expect(store.published(searchParams)).toBeUndefined();
    expect(store.published(new URLSearchParams())).toBeUndefined();
  });
});
