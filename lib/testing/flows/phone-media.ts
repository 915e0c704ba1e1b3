import { EmulatorError } from '../emulator.error';
import type { EmulatorState } from '../model/emulator-state';
import type { JsonObject } from '../model/json';
import { sha256 } from '../model/media-store';
import { sealMedia } from './flow-media-seal';
import { holdsPicked, pickedOf } from './picked-media';
import type { MediaWriter, PickedMedia } from './picked-media';

/** A completion message takes no more. */
const MAX_ATTACHED = 10;
const MAX_ATTACHED_BYTES = 100 * 1024 * 1024;

/** The picked files of one opened flow, and how they leave the phone. */
export class PhoneMedia {
  private readonly published = new Map<PickedMedia, JsonObject>();

  constructor(
    private readonly state: EmulatorState,
    private readonly phoneNumberId: string,
  ) {}

  /** A new `media_id`. */
  readonly newId = (): string => this.state.ids.flowMedia();

  /**
   * The payload of an action with its files as they are sent.
   * @throws EmulatorError where a flow cannot send files
   */
  written(action: string, payload: JsonObject): JsonObject {
    const write = this.writerOf(action, payload);
    return Object.fromEntries(
      Object.entries(payload).map(([name, value]) => {
        const files = pickedOf(value);
        if (!files && holdsPicked(value))
          throw new EmulatorError(`${name}: files of a picker can only be members of the payload itself.`);
        return [name, files ? files.map(write) : value];
      }),
    );
  }

  private writerOf(action: string, payload: JsonObject): MediaWriter {
    if (action === 'data_exchange') return (file) => this.encrypted(file);
    if (action !== 'complete') {
      return () => {
        throw new EmulatorError(`The action ${action} cannot carry files of a picker.`);
      };
    }
    const files = Object.values(payload).flatMap((value) => pickedOf(value) ?? []);
    if (files.length > MAX_ATTACHED)
      throw new EmulatorError(
        `A completion message carries at most ${MAX_ATTACHED} files, not ${files.length}.`,
      );
    if (files.reduce((bytes, file) => bytes + file.data.length, 0) > MAX_ATTACHED_BYTES)
      throw new EmulatorError('The files of a completion message have 100 MiB at most, all together.');
    return (file) => this.attached(file);
  }

  /** What the endpoint gets: the file is on the CDN, and opened by what is in the request. */
  private encrypted(file: PickedMedia): JsonObject {
    let written = this.published.get(file);
    if (!written) {
      const { file: bytes, metadata } = sealMedia(file.data, file.tamper);
      written = {
        media_id: file.mediaId,
        cdn_url: this.state.media.publish(bytes),
        file_name: file.filename,
        encryption_metadata: metadata,
      };
      this.published.set(file, written);
    }
    return written;
  }

  /** What the completion message has: ordinary media, whose id is a number there. */
  private attached({ data, filename, mimeType }: PickedMedia): JsonObject {
    const { phoneNumberId } = this;
    const media = this.state.media.add('webhook', { phoneNumberId, mimeType, filename, data });
    return {
      id: Number(media.id),
      mime_type: mimeType,
      sha256: sha256(media, 'base64'),
      file_name: filename,
    };
  }
}
