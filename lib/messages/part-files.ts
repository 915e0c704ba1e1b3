import type { MediaFile, MediaKind, MediaSource, MediaUploader } from '../config/media-uploader.interface';
import type { CallOptions } from '../graph/graph-request.interface';
import { membersOf } from '../validation/shape';
import { uploadFile } from './media-files';
import type { SendResult } from './send-result.interface';

/** What headers and cards can hold as media. */
const KINDS = ['image', 'video', 'document', 'gif'] as const satisfies readonly MediaKind[];

/** A header or card, as far as its media go. */
type Part = { readonly [Kind in (typeof KINDS)[number]]?: PartMedia | undefined };

interface PartMedia {
  readonly file?: MediaSource | MediaFile | undefined;
  readonly filename?: string | undefined;
}

/** Where an input can hold media below the top: header, media cards, cards of a template. */
interface Parts {
  readonly header?: unknown;
  readonly cards?: unknown;
  readonly carousel?: unknown;
}

/** Ids of the files that were uploaded for the parts of an input. */
export type PartMediaIds = Pick<SendResult, 'mediaId' | 'cardMediaIds'>;

/** A part with the id of its file. */
interface Uploaded {
  readonly part: unknown;
  readonly id?: string | undefined;
}

type Upload = (kind: MediaKind, media: PartMedia) => Promise<{ media: PartMedia; id: string }>;

const NONE: readonly string[] = [];

/** Paths of the raw files in header and cards; most inputs have none. */
export function filePaths(input: object): readonly string[] {
  const { header, cards, carousel } = input as Parts;
  if (header == null && cards == null && carousel == null) return NONE;
  const paths: string[] = [];
  const look = (part: unknown, path: string): void => {
    const kind = fileKind(part);
    if (kind) paths.push(`${path}.${kind}.file`);
  };
  if (header != null) look(header, 'header');
  if (Array.isArray(cards)) cards.forEach((card, place) => look(card, `cards[${place}]`));
  if (Array.isArray(carousel))
    carousel.forEach((card, place) => look(membersOf(card)['header'], `carousel[${place}].header`));
  return paths;
}

/**
 * Uploads the files in header and cards, so that the message can name their ids. The same file in several places goes up
 * once.
 */
export async function uploadPartFiles<Input extends object>(
  uploader: MediaUploader | undefined,
  input: Input,
  options: CallOptions | undefined,
): Promise<{ readonly input: Input; readonly ids: PartMediaIds }> {
  const upload = uploadOnce(uploader, options);
  const { header, cards, carousel } = input as Parts;
  const [top, shown, swiped] = await Promise.all([
    uploadPart(header, upload),
    Promise.all(listOf(cards).map((card) => uploadPart(card, upload))),
    Promise.all(listOf(carousel).map((card) => uploadPart(membersOf(card)['header'], upload))),
  ]);
  const cardIds = [...shown, ...swiped].map(({ id }) => id);
  return {
    input: {
      ...input,
      ...(top.id !== undefined && { header: top.part }),
      ...(shown.length > 0 && { cards: shown.map(({ part }) => part) }),
      ...(swiped.length > 0 && {
        carousel: listOf(carousel).map((card, place) => ({
          ...membersOf(card),
          header: swiped[place]?.part,
        })),
      }),
    },
    ids: {
      ...(top.id !== undefined && { mediaId: top.id }),
      ...(cardIds.some((id) => id !== undefined) && { cardMediaIds: cardIds }),
    },
  };
}

function uploadOnce(uploader: MediaUploader | undefined, options: CallOptions | undefined): Upload {
  const ids = new Map<unknown, Promise<string>>();
  return async (kind, media) => {
    let id = ids.get(media.file);
    if (!id) {
      id = uploadFile(uploader, kind, media, options).then(({ mediaId }) => mediaId!);
      ids.set(media.file, id);
    }
    return { media: { ...media, file: undefined, id: await id }, id: await id };
  };
}

async function uploadPart(part: unknown, upload: Upload): Promise<Uploaded> {
  const kind = fileKind(part);
  if (!kind) return { part };
  const { media, id } = await upload(kind, (part as Part)[kind]!);
  return { part: { ...(part as Part), [kind]: media }, id };
}

function fileKind(part: unknown): (typeof KINDS)[number] | undefined {
  const members = membersOf(part);
  return KINDS.find((kind) => membersOf(members[kind])['file'] != null);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
