import type { Readable } from 'node:stream';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type {
  MediaFile,
  MediaSource,
  MediaUploader,
  MediaUploadRequest,
  UploadedFile,
} from '../config/media-uploader.interface';
import type { WhatsAppModuleOptions } from '../config/whatsapp-options.interface';
import { WHATSAPP_OPTIONS } from '../config/whatsapp.constants';
import { GraphClient } from '../graph/graph-client.service';
import { phoneNumberPath } from '../graph/graph-url';
import { StreamBody } from '../graph/stream-body';
import type { MediaUploadResponse } from '../wire/media';
import { abortable } from './abort';
import type { MediaInput } from './input/media-input.interface';
import { MediaInputs } from './input/media-inputs';
import { incomplete } from './media-answers';
import { MAX_MEDIA_BYTES } from './media-limits';
import type { UploadOptions, UploadResult } from './media-options.interface';
import { MultipartForm } from './multipart-form';
import { transferTimeoutMs } from './transfer-timeout';
import { uploadAdvice } from './upload-advice';
import { emptyMedia, UploadMeter } from './upload-meter';
import type { UploadPlan } from './upload-plan';
import { assertUploadNumbers, planUpload, tooLarge } from './upload-plan';

const OPERATION = 'POST /{id}/media';

/** Uploads media to a phone number, as a stream from end to end. */
@Injectable()
export class GraphMediaUploader implements MediaUploader {
  private readonly logger = new Logger('WhatsApp');
  /** Advice is given once. */
  private readonly given = new Set<string>();
  readonly #options: WhatsAppModuleOptions;

  constructor(
    private readonly graph: GraphClient,
    private readonly inputs: MediaInputs,
    @Inject(WHATSAPP_OPTIONS) options: WhatsAppModuleOptions,
  ) {
    this.#options = options;
  }

  uploadFile(file: MediaSource | MediaFile, request: MediaUploadRequest = {}): Promise<UploadedFile> {
    if (!isMediaFile(file)) return this.upload(file, request);
    const { source, ...facts } = file;
    return this.upload(source, { ...request, ...facts });
  }

  /** See `MediaService.upload`. */
  async upload(source: MediaSource, options: UploadOptions): Promise<UploadResult> {
    assertUploadNumbers(options);
    return abortable(options.signal, OPERATION, async () => {
      const input = await this.inputs.open(source, options);
      try {
        return await this.send(input, options);
      } finally {
        await input.close();
      }
    });
  }

  private async send(input: MediaInput, options: UploadOptions): Promise<UploadResult> {
    if (input.size === 0) throw emptyMedia();
    const check = options.validate ?? this.#options.validate ?? true;
    const plan = await planUpload(input, options, check);
    const { maxBytes, mimeType, fileName } = plan;
    if (check) this.advise(await uploadAdvice(input, { mimeType, voice: options.voice ?? false }));
    const { size, replayable } = input;
    const meter = new UploadMeter({
      maxBytes,
      size,
      onProgress: options.onProgress,
      tooLarge: () => tooLarge(plan),
    });
    const form = formOf(plan, options);
    const open = (): Readable => form.stream(meter.pass(input.chunks()));
    try {
      const raw = await this.graph.request<MediaUploadResponse | undefined>({
        method: 'POST',
        path: (account) => `${phoneNumberPath(account)}/media`,
        body: replayable ? new StreamBody(open) : open(),
        headers: {
          'content-type': form.contentType,
          ...(size !== undefined && { 'content-length': String(form.lengthWith(size)) }),
        },
        account: options,
        signal: options.signal,
        timeoutMs:
          options.timeoutMs ?? transferTimeoutMs(this.#options, size ?? Math.min(maxBytes, MAX_MEDIA_BYTES)),
        kind: 'unsafe',
      });
      if (typeof raw?.id !== 'string') throw incomplete(OPERATION, 'media id', raw);
      return { id: raw.id, mimeType, fileName, size: meter.sent, raw };
    } catch (error) {
      throw meter.causeOf(error);
    }
  }

  private advise(advice: readonly string[]): void {
    for (const text of advice) {
      if (this.given.has(text)) continue;
      this.given.add(text);
      this.logger.warn(text);
    }
  }
}

/** Whether a value is raw media together with facts about it. */
function isMediaFile(value: MediaSource | MediaFile): value is MediaFile {
  return typeof value === 'object' && value !== null && 'source' in value;
}

function formOf({ mimeType, fileName }: UploadPlan, { ttlMinutes }: UploadOptions): MultipartForm {
  const fields = {
    messaging_product: 'whatsapp',
    type: mimeType,
    ...(ttlMinutes !== undefined && { ttl_minutes: String(ttlMinutes) }),
  };
  return new MultipartForm(fields, { name: 'file', fileName, contentType: mimeType });
}
