import { component } from '../model/component';
import { anyOf, boolean, integer, list, map, name, oneOf, openOneOf, required, text } from '../model/rules';

const picker = {
  name: required(name()),
  label: required(text(80)),
  description: text(300),
  enabled: boolean(),
  /** Largest file, KiB. @default 25600 */
  'max-file-size-kb': integer(1, 25_600),
  /** A text, or one for each `media_id`. */
  'error-message': anyOf(text(), map(text())),
};

export const photoPicker = component('PhotoPicker', {
  since: '4.0',
  value: 'media',
  perScreen: 1,
  props: {
    ...picker,
    /** @default 'camera_gallery' */
    'photo-source': oneOf('camera_gallery', 'camera', 'gallery'),
    /** @default 0 */
    'min-uploaded-photos': integer(0, 30),
    /** @default 30 */
    'max-uploaded-photos': integer(1, 30),
  },
  ranges: [['min-uploaded-photos', 'max-uploaded-photos']],
});

const office = 'application/vnd.openxmlformats-officedocument';
const openDocument = 'application/vnd.oasis.opendocument';

export const documentPicker = component('DocumentPicker', {
  since: '4.0',
  value: 'media',
  perScreen: 1,
  props: {
    ...picker,
    /** @default 0 */
    'min-uploaded-documents': integer(0, 30),
    /** @default 30 */
    'max-uploaded-documents': integer(1, 30),
    /** @default all of them */
    'allowed-mime-types': list(
      openOneOf(
        'application/gzip',
        'application/msword',
        'application/pdf',
        'application/vnd.ms-excel',
        'application/vnd.ms-powerpoint',
        `${openDocument}.presentation`,
        `${openDocument}.spreadsheet`,
        `${openDocument}.text`,
        `${office}.presentationml.presentation`,
        `${office}.spreadsheetml.sheet`,
        `${office}.wordprocessingml.document`,
        'application/x-7z-compressed',
        'application/zip',
        'image/avif',
        'image/gif',
        'image/heic',
        'image/heif',
        'image/jpeg',
        'image/png',
        'image/tiff',
        'image/webp',
        'text/plain',
        'video/mp4',
        'video/mpeg',
      ),
    ),
  },
  ranges: [['min-uploaded-documents', 'max-uploaded-documents']],
});
