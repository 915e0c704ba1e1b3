import { baseType, codecOf, typeOfFileName, wireType } from '../../../lib/media/mime-type';

describe('baseType', () => {
  it.each([
    ['Image/JPEG', 'image/jpeg'],
    ['image/jpg', 'image/jpeg'],
    ['audio/mp3', 'audio/mpeg'],
    ['audio/x-m4a', 'audio/mp4'],
    ['audio/opus', 'audio/ogg'],
    ['audio/ogg; codecs=opus', 'audio/ogg'],
    ['video/3gp', 'video/3gpp'],
    ['text/plain;charset=utf-8', 'text/plain'],
    ['application/vnd.ms-excel', 'application/vnd.ms-excel'],
    ['application/x-anything', 'application/x-anything'],
  ])('%s is %s', (given, base) => expect(baseType(given)).toBe(base));

  it.each([undefined, '', ' ', 'png', 'image/', '/png', 'image/png\r\nx: y', 'application/octet-stream'])(
    '%j says nothing',
    (given) => expect(baseType(given)).toBeUndefined(),
  );
});

describe('codecOf', () => {
  it.each([
    ['audio/ogg; codecs=opus', 'opus'],
    ['audio/ogg;codecs="Vorbis"', 'vorbis'],
    ['audio/ogg', undefined],
    [undefined, undefined],
  ])('of %s is %s', (given, codec) => expect(codecOf(given)).toBe(codec));
});

describe('wireType', () => {
  it('names the codec of Ogg and nothing else', () => {
    expect(wireType('audio/ogg')).toBe('audio/ogg; codecs=opus');
    expect(wireType('audio/mpeg')).toBe('audio/mpeg');
  });
});

describe('typeOfFileName', () => {
  it.each([
    ['a.JPG', 'image/jpeg'],
    ['a.b.jpeg', 'image/jpeg'],
    ['voice.opus', 'audio/ogg'],
    ['x.3gp', 'video/3gpp'],
    ['report.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['archive.zip', undefined],
    ['.png', undefined],
    ['png', undefined],
    [undefined, undefined],
  ])('of %s is %s', (name, type) => expect(typeOfFileName(name)).toBe(type));
});
