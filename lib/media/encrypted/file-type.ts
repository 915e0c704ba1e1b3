import { extensionOf } from '../mime-type';

/** First bytes that tell the type of a file. */
export const HEAD_BYTES = 512;

const UNKNOWN = 'application/octet-stream';
const OFFICE = 'application/vnd.openxmlformats-officedocument';
const ODF = 'application/vnd.oasis.opendocument';

/** Formats that begin with bytes of their own. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['image/jpeg', 'ffd8ff'],
  ['image/png', '89504e470d0a1a0a'],
  ['image/gif', '47494638'],
  ['image/tiff', '49492a00'],
  ['image/tiff', '4d4d002a'],
  ['application/pdf', '255044462d'],
  ['application/gzip', '1f8b'],
  ['application/x-7z-compressed', '377abcaf271c'],
  ['video/mpeg', '000001ba'],
  ['video/mpeg', '000001b3'],
];

/** Brands of ISO media files that are pictures; all others are videos. */
const BRANDS: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  avis: 'image/avif',
  heic: 'image/heic',
  heix: 'image/heic',
  hevc: 'image/heic',
  hevx: 'image/heic',
  mif1: 'image/heif',
  msf1: 'image/heif',
};

/** Formats inside others, which only the extension tells apart. */
const IN_ZIP: Readonly<Record<string, string>> = {
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  pptx: `${OFFICE}.presentationml.presentation`,
  odt: `${ODF}.text`,
  ods: `${ODF}.spreadsheet`,
  odp: `${ODF}.presentation`,
};
const IN_OLE: Readonly<Record<string, string>> = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
};

/**
 * The MIME type of a file that a user picked. Its name comes from the user, so the content decides; the extension only
 * among formats whose contents look alike, and for text.
 * @param head the first bytes, `HEAD_BYTES` of them where there are as many
 */
export function fileTypeOf(head: Uint8Array, fileName: string | undefined): string {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  const has = (at: number, hex: string): boolean => bytes.toString('hex', at, at + hex.length / 2) === hex;
  const extension = extensionOf(fileName ?? '') ?? '';
  if (has(0, '504b0304') || has(0, '504b0506')) return own(IN_ZIP, extension) ?? 'application/zip';
  if (has(0, 'd0cf11e0a1b11ae1')) return own(IN_OLE, extension) ?? UNKNOWN;
  if (has(4, '66747970')) return own(BRANDS, bytes.toString('latin1', 8, 12)) ?? 'video/mp4';
  if (has(0, '52494646') && has(8, '57454250')) return 'image/webp';
  const found = SIGNATURES.find(([, hex]) => has(0, hex));
  if (found) return found[0];
  return extension === 'txt' && !bytes.includes(0) ? 'text/plain' : UNKNOWN;
}

function own(table: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
