import fc from 'fast-check';
import { jpegSize } from '../../../lib/groups/jpeg-size';
import { jpeg } from './jpegs';

describe('jpegSize', () => {
  it('reads the size of any frame, baseline and progressive', () => {
    const side = fc.integer({ min: 0, max: 0xffff });
    const frames = fc.constantFrom(0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xcf);
    fc.assert(
      fc.property(side, side, frames, (width, height, marker) => {
        expect(jpegSize(jpeg(width, height, marker))).toEqual({ width, height });
      }),
    );
  });

  it('passes over fill bytes, restart markers and tables', () => {
    const table = Buffer.from([0xff, 0xc4, 0, 5, 1, 2, 3, 0xff, 0xd0, 0xff]);
    const picture = jpeg(200, 201);
    const bytes = Buffer.concat([picture.subarray(0, 8), table, picture.subarray(8)]);
    expect(jpegSize(bytes)).toEqual({ width: 200, height: 201 });
  });

  it('gives nothing for other bytes, and ends for all of them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (tail) => {
        const bytes = Buffer.concat([Buffer.from([0xff, 0xd8]), tail]);
        expect(() => jpegSize(bytes)).not.toThrow();
        expect(jpegSize(tail.subarray(0, 3))).toBeUndefined();
      }),
    );
  });
});
