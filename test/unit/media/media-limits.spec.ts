import type { MediaKind } from '../../../lib/config/media-uploader.interface';
import { limitOf, MEDIA_LIMITS, MEDIA_TYPES } from '../../../lib/media/media-limits';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const KB = 1024;
const MB = 1024 * KB;

/** Meta's table: kind, type, extension, bytes. */
const rows: readonly (readonly [MediaKind, string, string, number])[] = [
  ['audio', 'audio/aac', 'aac', 16 * MB],
  ['audio', 'audio/amr', 'amr', 16 * MB],
  ['audio', 'audio/mpeg', 'mp3', 16 * MB],
  ['audio', 'audio/mp4', 'm4a', 16 * MB],
  ['audio', 'audio/ogg', 'ogg', 16 * MB],
  ['document', 'text/plain', 'txt', 100 * MB],
  ['document', 'application/vnd.ms-excel', 'xls', 100 * MB],
  ['document', `${OFFICE}.spreadsheetml.sheet`, 'xlsx', 100 * MB],
  ['document', 'application/msword', 'doc', 100 * MB],
  ['document', `${OFFICE}.wordprocessingml.document`, 'docx', 100 * MB],
  ['document', 'application/vnd.ms-powerpoint', 'ppt', 100 * MB],
  ['document', `${OFFICE}.presentationml.presentation`, 'pptx', 100 * MB],
  ['document', 'application/pdf', 'pdf', 100 * MB],
  ['image', 'image/jpeg', 'jpeg', 5 * MB],
  ['image', 'image/png', 'png', 5 * MB],
  ['sticker', 'image/webp', 'webp', 500 * KB],
  ['video', 'video/3gpp', '3gp', 16 * MB],
  ['video', 'video/mp4', 'mp4', 16 * MB],
];

describe('MEDIA_LIMITS', () => {
  it.each(rows)('%s: %s, .%s, %i bytes', (kind, type, extension, maxBytes) => {
    expect(MEDIA_TYPES.get(type)).toEqual({ kind, extensions: expect.arrayContaining([extension]) });
    expect(limitOf(kind).maxBytes).toBe(maxBytes);
  });

  it('has no other types', () => expect(MEDIA_TYPES.size).toBe(rows.length));

  it('has the limits inside kinds', () => {
    expect(MEDIA_LIMITS.sticker.maxStaticBytes).toBe(100 * KB);
    expect(MEDIA_LIMITS.audio.maxPlayableVoiceBytes).toBe(512 * KB);
    expect(MEDIA_LIMITS.gif.maxBytes).toBe(3.5 * MB);
  });
});
