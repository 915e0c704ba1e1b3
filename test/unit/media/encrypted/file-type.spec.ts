import { fileTypeOf } from '../../../../lib/media/encrypted/file-type';
import { vectors } from '../../flows/vectors';

const hex = (text: string): Buffer =>
  Buffer.concat([Buffer.from(text.replace(/ /g, ''), 'hex'), Buffer.alloc(20)]);
const iso = (brand: string): Buffer => Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0`, 'latin1');
const zip = hex('504b0304');
const ole = hex('d0cf11e0a1b11ae1');
const office = 'application/vnd.openxmlformats-officedocument';

describe('fileTypeOf', () => {
  it.each<[string, Buffer, string | undefined]>([
    ['image/jpeg', hex('ffd8ffe0'), 'IMG_1.jpg'],
    ['image/png', hex('89504e470d0a1a0a'), undefined],
    ['image/gif', Buffer.from('GIF89a'), 'a.gif'],
    ['image/webp', Buffer.from('RIFF____WEBPVP8 '), 'a.webp'],
    ['image/tiff', hex('49492a00'), 'a.tif'],
    ['image/tiff', hex('4d4d002a'), 'a.tiff'],
    ['image/avif', iso('avif'), 'a.avif'],
    ['image/heic', iso('heic'), 'a.heic'],
    ['image/heif', iso('mif1'), 'a.heif'],
    ['video/mp4', iso('isom'), 'a.mp4'],
    ['video/mpeg', hex('000001ba'), 'a.mpeg'],
    ['application/pdf', Buffer.from('%PDF-1.7\n'), 'a.pdf'],
    ['application/gzip', hex('1f8b08'), 'a.gz'],
    ['application/x-7z-compressed', hex('377abcaf271c'), 'a.7z'],
    ['application/zip', zip, 'a.zip'],
    ['application/zip', zip, 'a.exe'],
    ['application/zip', zip, 'a.constructor'],
    [`${office}.wordprocessingml.document`, zip, 'a.docx'],
    [`${office}.spreadsheetml.sheet`, zip, 'a.XLSX'],
    [`${office}.presentationml.presentation`, zip, 'a.pptx'],
    ['application/vnd.oasis.opendocument.text', zip, 'a.odt'],
    ['application/msword', ole, 'a.doc'],
    ['application/vnd.ms-excel', ole, 'a.xls'],
    ['application/vnd.ms-powerpoint', ole, 'a.ppt'],
    ['application/octet-stream', ole, 'a.msi'],
    ['text/plain', Buffer.from('grüezi'), 'a.txt'],
    ['application/octet-stream', Buffer.from('a\0b'), 'a.txt'],
    ['application/octet-stream', Buffer.from('<svg onload=alert(1)>'), 'photo.jpg'],
    ['application/octet-stream', Buffer.from('MZ\x90'), 'invoice.pdf'],
    ['application/octet-stream', Buffer.from('text    WEBP'), 'a.webp'],
    ['application/octet-stream', Buffer.alloc(0), undefined],
  ])('%s', (type, head, name) => expect(fileTypeOf(head, name)).toBe(type));

  it('lets the content decide against the name', () => {
    expect(fileTypeOf(Buffer.from('%PDF-1.7'), 'photo.jpg')).toBe('application/pdf');
  });

  it('knows the files of the vectors', () => {
    expect(
      vectors.media.map((each) =>
        fileTypeOf(Buffer.from(each.plaintextBase64, 'base64'), each.item.file_name),
      ),
    ).toEqual(['text/plain', 'application/octet-stream', 'image/png']);
  });
});
