import type { MediaKind } from '../config/media-uploader.interface';
import type { PayloadIssue } from '../errors/payload-validation.error';
import { PayloadValidationError } from '../errors/payload-validation.error';
import { assertOpus, HEAD_BYTES, isAnimatedWebp } from './content-check';
import { MediaTooLargeError } from './errors/media-too-large.error';
import { UnsupportedMimeTypeError } from './errors/unsupported-mime-type.error';
import { matchExtension } from './file-name';
import type { MediaInput } from './input/media-input.interface';
import { limitOf, MEDIA_LIMITS, MEDIA_TYPES } from './media-limits';
import type { UploadOptions } from './media-options.interface';
import { baseType, codecOf, typeOfFileName, wireType } from './mime-type';

/** What goes out, and what it may weigh. */
export interface UploadPlan {
  /** MIME type as Meta wants it. */
  readonly mimeType: string;
  readonly fileName: string;
  /** Largest size, bytes. */
  readonly maxBytes: number;
  /** What the limit is about, for errors. */
  readonly subject: string;
}

type PlanOptions = Pick<UploadOptions, 'mimeType' | 'fileName' | 'kind' | 'voice'>;

/**
 * Settles type and name of an upload, and refuses what Meta would refuse.
 * @param check whether to refuse types and contents at all
 * @throws UnsupportedMimeTypeError when the type is not known or not taken.
 * @throws MediaTooLargeError when the size is known and over the limit.
 */
export async function planUpload(
  input: MediaInput,
  options: PlanOptions,
  check: boolean,
): Promise<UploadPlan> {
  const givenName = options.fileName ?? input.fileName;
  const base = typeOf(input, options.mimeType, givenName);
  const fileName = matchExtension(givenName, base);
  const mimeType = wireType(base);
  if (!check) return { mimeType, fileName, maxBytes: Number.POSITIVE_INFINITY, subject: base };
  const kind = kindOf(base, options);
  if (base === 'audio/ogg') {
    assertCodec(codecOf(options.mimeType ?? input.mimeType));
    assertOpus(await input.head(HEAD_BYTES));
  }
  const plan = { mimeType, fileName, ...(await sizeLimit(kind, base, input)) };
  if (input.size !== undefined && input.size > plan.maxBytes) throw tooLarge(plan, input.size);
  return plan;
}

/** The error for media over the limit of its plan. */
export function tooLarge({ maxBytes, subject }: UploadPlan, size?: number): MediaTooLargeError {
  const fix = 'Compress it, send it as another kind, or send a link.';
  return new MediaTooLargeError({ maxBytes, size, subject, field: 'source', fix });
}

/** @throws PayloadValidationError when a number among the options cannot be meant. */
export function assertUploadNumbers({ ttlMinutes, size }: Pick<UploadOptions, 'ttlMinutes' | 'size'>): void {
  const issues: PayloadIssue[] = [];
  const isTtl = Number.isInteger(ttlMinutes) && ttlMinutes! >= 60 && ttlMinutes! <= 43_200;
  if (ttlMinutes !== undefined && !isTtl) {
    issues.push({ path: 'ttlMinutes', message: 'must be a whole number from 60 to 43200' });
  }
  if (size !== undefined && !(Number.isSafeInteger(size) && size > 0)) {
    issues.push({
      path: 'size',
      message: 'must be the number of bytes, at least 1; leave it out if unknown',
    });
  }
  if (issues.length > 0) throw new PayloadValidationError('media', issues);
}

function typeOf(input: MediaInput, given: string | undefined, fileName: string | undefined): string {
  const base = given === undefined ? undefined : baseType(given);
  if (given !== undefined && base === undefined) {
    throw new UnsupportedMimeTypeError(undefined, 'is no MIME type of media; give one such as image/png');
  }
  const found = base ?? baseType(input.mimeType) ?? typeOfFileName(fileName);
  if (found !== undefined) return found;
  throw new UnsupportedMimeTypeError(
    undefined,
    'is not known; give it, or a `fileName` with an extension such as .jpg',
  );
}

function kindOf(base: string, { kind, voice }: PlanOptions): MediaKind {
  if (voice === true && base !== 'audio/ogg') {
    throw new UnsupportedMimeTypeError(
      base,
      'must be audio/ogg with Opus for a voice note; convert the audio first',
    );
  }
  if (kind !== undefined && !Object.hasOwn(MEDIA_LIMITS, kind)) {
    const message = `must be one of ${Object.keys(MEDIA_LIMITS).join(', ')}`;
    throw new PayloadValidationError('media', [{ path: 'kind', message }]);
  }
  const wanted = kind ?? MEDIA_TYPES.get(base)?.kind;
  if (wanted !== undefined && Object.hasOwn(limitOf(wanted).types, base)) return wanted;
  const types = kind === undefined ? [...MEDIA_TYPES.keys()] : Object.keys(limitOf(kind).types);
  const purpose = kind === undefined ? 'by Meta' : `as ${kind}`;
  throw new UnsupportedMimeTypeError(
    base,
    `${base} is not taken ${purpose}; these are: ${types.join(', ')}. Convert the file, or set \`validate: false\``,
  );
}

function assertCodec(codec: string | undefined): void {
  if (codec === undefined || codec === 'opus') return;
  throw new UnsupportedMimeTypeError(
    'audio/ogg',
    'must be Ogg with Opus, the only codec that Meta takes in it',
  );
}

async function sizeLimit(
  kind: MediaKind,
  base: string,
  input: MediaInput,
): Promise<Pick<UploadPlan, 'maxBytes' | 'subject'>> {
  const { maxBytes, maxStaticBytes } = limitOf(kind);
  if (maxStaticBytes === undefined) return { maxBytes, subject: `${kind} of type ${base}` };
  return isAnimatedWebp(await input.head(HEAD_BYTES))
    ? { maxBytes, subject: 'an animated sticker' }
    : { maxBytes: maxStaticBytes, subject: 'a sticker that does not move' };
}
