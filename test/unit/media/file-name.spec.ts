import fc from 'fast-check';
import { matchExtension, safeFileName } from '../../../lib/media/file-name';
import { MEDIA_TYPES } from '../../../lib/media/media-limits';
import { typeOfFileName } from '../../../lib/media/mime-type';

describe('matchExtension', () => {
  it.each([
    ['photo.jpg', 'image/jpeg', 'photo.jpg'],
    ['photo.JPEG', 'image/jpeg', 'photo.JPEG'],
    ['photo.png', 'image/jpeg', 'photo.jpg'],
    ['note.mp3', 'audio/ogg', 'note.ogg'],
    ['note.opus', 'audio/ogg', 'note.ogg'],
    ['report.v2', 'application/pdf', 'report.v2.pdf'],
    ['report', 'application/pdf', 'report.pdf'],
    ['report.', 'application/pdf', 'report..pdf'],
    [undefined, 'image/png', 'file.png'],
    ['../../etc/passwd', 'text/plain', 'passwd.txt'],
    ['C:\\Users\\ann\\photo.png', 'image/png', 'photo.png'],
    ['data.csv', 'text/csv', 'data.csv'],
  ])('%s as %s is %s', (name, type, result) => expect(matchExtension(name, type)).toBe(result));

  it('always gives a name that stands for the type', () => {
    const types = fc.constantFrom(...MEDIA_TYPES.keys());
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), types, (name, type) => {
        expect(typeOfFileName(matchExtension(name, type))).toBe(type);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('safeFileName', () => {
  it.each([
    ['a/b\\c.pdf', 'c.pdf'],
    ['in\r\nvoice\u0000.pdf', 'invoice.pdf'],
    ['\u202Efdp.exe', 'fdp.exe'],
    ['..', undefined],
    ['a/', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('of %j is %j', (name, result) => expect(safeFileName(name)).toBe(result));

  it('cuts long names between characters and keeps the extension', () => {
    const name = safeFileName(`${'📄'.repeat(300)}.pdf`)!;
    expect([...name]).toHaveLength(240);
    expect(name).toMatch(/^(?:📄)+\.pdf$/u);
  });
});
