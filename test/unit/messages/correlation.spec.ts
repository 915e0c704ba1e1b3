import fc from 'fast-check';
import { decodeCorrelation } from '../../../lib/messages/correlation';
import { encodeOpaqueData } from '../../../lib/validation/rules/opaque-data.decorator';

describe('correlation', () => {
  it('brings objects back as they were', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean())), (data) => {
        expect(decodeCorrelation(encodeOpaqueData(data))).toEqual({ ...data });
      }),
    );
  });

  it.each(['order 7', 'a:b', '{broken', ''])('brings the text %j back', (text) => {
    expect(encodeOpaqueData(text)).toBe(text);
    expect(decodeCorrelation(text)).toBe(text);
  });

  it('has nothing where a status carries nothing', () => {
    expect(decodeCorrelation(undefined)).toBeUndefined();
  });
});
