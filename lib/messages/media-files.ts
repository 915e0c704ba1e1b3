import type { MediaFile, MediaKind, MediaSource, MediaUploader } from '../config/media-uploader.interface';
import { WhatsAppConfigurationError } from '../errors/configuration.error';
import type { CallOptions } from '../graph/graph-request.interface';

/** What all media inputs have in common. */
interface MediaInput {
  readonly id?: string | undefined;
  readonly file?: MediaSource | MediaFile | undefined;
  readonly filename?: string | undefined;
  readonly voice?: boolean | undefined;
}

/** The input with the id of its file, once that has been uploaded. */
export interface UploadedInput<Input> {
  readonly input: Input;
  /** Present when a file was uploaded. */
  readonly mediaId?: string;
}

/** Uploads the file of an input, so that the message can name its id. */
export async function uploadFile<Input extends MediaInput>(
  uploader: MediaUploader | undefined,
  kind: MediaKind,
  input: Input,
  options: CallOptions = {},
): Promise<UploadedInput<Input>> {
  const { file } = input;
  if (file === undefined || file === null) return { input };
  if (!uploader) {
    throw new WhatsAppConfigurationError(
      'No MediaUploader to send a `file` with: import WhatsAppModule, or upload it yourself and send its `id`.',
    );
  }
  const { phoneNumberId, wabaId, signal, validate } = options;
  const { id } = await uploader.uploadFile(named(file, input.filename), {
    phoneNumberId,
    wabaId,
    signal,
    validate,
    kind,
    voice: input.voice,
  });
  return { input: { ...input, file: undefined, id }, mediaId: id };
}

/** A document's shown name also names the file. */
function named(file: MediaSource | MediaFile, filename: string | undefined): MediaSource | MediaFile {
  if (filename === undefined) return file;
  if (isMediaFile(file)) return { ...file, fileName: file.fileName ?? filename };
  return { source: file, fileName: filename };
}

function isMediaFile(file: MediaSource | MediaFile): file is MediaFile {
  return 'source' in file;
}
