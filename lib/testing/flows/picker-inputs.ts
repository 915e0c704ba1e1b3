import { isObject } from '../model/json';
import type { JsonObject } from '../model/json';
import { PickedMedia } from './picked-media';
import type { PickedFile } from './picked-media';

const KIB = 1024;
const MAX_FILE_KIB = 25_600;
const MAX_FILES = 30;
const OFFICE = 'application/vnd.openxmlformats-officedocument';
const ODF = 'application/vnd.oasis.opendocument';

/** What a DocumentPicker takes. */
const DOCUMENT_TYPES: readonly string[] = [
  'application/gzip',
  'application/msword',
  'application/pdf',
  'application/vnd.ms-excel',
  'application/vnd.ms-powerpoint',
  `${ODF}.presentation`,
  `${ODF}.spreadsheet`,
  `${ODF}.text`,
  `${OFFICE}.presentationml.presentation`,
  `${OFFICE}.spreadsheetml.sheet`,
  `${OFFICE}.wordprocessingml.document`,
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
];

/** The words of a kind of picker. */
const PICKERS = {
  PhotoPicker: {
    files: 'photos',
    usualType: 'image/jpeg',
    nameOf: (at: number) => `IMG_${String(at).padStart(4, '0')}.jpg`,
  },
  DocumentPicker: {
    files: 'documents',
    usualType: 'application/pdf',
    nameOf: (at: number) => `document-${at}.pdf`,
  },
} as const;

type PickerType = keyof typeof PICKERS;

/** Whether an input is a PhotoPicker or DocumentPicker. */
export function isPicker(input: JsonObject): input is JsonObject & { type: PickerType } {
  return Object.hasOwn(PICKERS, String(input['type']));
}

/** How few files a picker takes. */
export function fewestFiles(input: JsonObject & { type: PickerType }): number {
  return Number(input[`min-uploaded-${PICKERS[input.type].files}`] ?? 0);
}

/** Why a user cannot pick these files, for a picker whose dynamic properties are filled in. */
export function pickProblem(input: JsonObject & { type: PickerType }, value: unknown): string | undefined {
  if (!isFileList(value)) return 'takes a list of files, e.g. [{ data: bytes, filename, mimeType }]';
  const { files } = PICKERS[input.type];
  const [fewest, most] = [fewestFiles(input), Number(input[`max-uploaded-${files}`] ?? MAX_FILES)];
  if (value.length < fewest) return `takes at least ${fewest} ${files}`;
  if (value.length > most) return `takes at most ${most} ${files}`;
  for (const [index, file] of value.entries()) {
    const problem = fileProblem(input, file);
    if (problem !== undefined) return `file ${index + 1} ${problem}`;
  }
  return undefined;
}

/** The files as the phone holds them. */
export function pickFiles(
  input: JsonObject & { type: PickerType },
  files: readonly PickedFile[],
  newId: () => string,
): PickedMedia[] {
  const { usualType, nameOf } = PICKERS[input.type];
  return files.map(
    (file, index) =>
      new PickedMedia(
        newId(),
        bytesOf(file),
        file.filename ?? nameOf(index + 1),
        file.mimeType ?? usualType,
        file.tamper,
      ),
  );
}

function isFileList(value: unknown): value is PickedFile[] {
  return (
    Array.isArray(value) &&
    value.every(
      (each) => isObject(each) && (typeof each['data'] === 'string' || each['data'] instanceof Uint8Array),
    )
  );
}

function fileProblem(input: JsonObject & { type: PickerType }, file: PickedFile): string | undefined {
  const bytes = bytesOf(file).length;
  const most = Number(input['max-file-size-kb'] ?? MAX_FILE_KIB);
  if (bytes > most * KIB) return `has ${bytes} bytes; at most ${most} KiB are taken`;
  const mimeType = file.mimeType ?? PICKERS[input.type].usualType;
  if (input.type === 'PhotoPicker')
    return mimeType.startsWith('image/') ? undefined : `is of type ${mimeType}, which is no photo`;
  const allowed = input['allowed-mime-types'];
  const types = Array.isArray(allowed) ? allowed : DOCUMENT_TYPES;
  return types.includes(mimeType) ? undefined : `is of type ${mimeType}; taken are ${types.join(', ')}`;
}

function bytesOf({ data }: PickedFile): Buffer {
  return Buffer.from(data as Uint8Array);
}
