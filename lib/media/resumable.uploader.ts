import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { appSecretsOf } from '../config/account-directory';
import { Clock, sleep } from '../config/clock';
import type { MediaSource } from '../config/media-uploader.interface';
import type { WhatsAppModuleOptions } from '../config/whatsapp-options.interface';
import { WHATSAPP_OPTIONS } from '../config/whatsapp.constants';
import { WhatsAppConfigurationError } from '../errors/configuration.error';
import { GraphApiError } from '../errors/graph-api.error';
import { PayloadValidationError } from '../errors/payload-validation.error';
import { TransportError } from '../errors/transport.error';
import { GraphClient } from '../graph/graph-client.service';
import { pathOf } from '../graph/graph-url';
import { StreamBody } from '../graph/stream-body';
import type { UploadHandleResponse, UploadOffsetResponse, UploadSessionResponse } from '../wire/media';
import { abortable } from './abort';
import { UnsupportedMimeTypeError } from './errors/unsupported-mime-type.error';
import type { MediaInput } from './input/media-input.interface';
import { MediaInputs } from './input/media-inputs';
import { incomplete } from './media-answers';
import { HANDLE_TYPES } from './media-limits';
import type {
  HandleOptions,
  HandleResult,
  SessionFile,
  SessionOptions,
  UploadSession,
} from './media-options.interface';
import { baseType } from './mime-type';
import { transferTimeoutMs } from './transfer-timeout';
import { emptyMedia, UploadMeter } from './upload-meter';
import type { UploadPlan } from './upload-plan';
import { assertUploadNumbers, planUpload, tooLarge } from './upload-plan';

/** How often a broken upload is taken up again. */
const MAX_RESUMES = 4;

/** Wait before the first resumption, milliseconds; doubled each time. */
const RESUME_DELAY_MS = 1000;

const OPERATION = 'POST /{upload}';

/** A file on its way through a session. */
interface Transfer {
  readonly input: MediaInput;
  readonly size: number;
  readonly plan: UploadPlan;
  readonly options: HandleOptions;
}

/** Uploads files in sessions that can be resumed; the result is a handle in place of a media id. */
@Injectable()
export class ResumableUploader {
  readonly #options: WhatsAppModuleOptions;

  constructor(
    private readonly graph: GraphClient,
    private readonly inputs: MediaInputs,
    @Inject(WHATSAPP_OPTIONS) options: WhatsAppModuleOptions,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    this.#options = options;
  }

  /** See `MediaService.createUploadSession`. */
  async createSession(file: SessionFile, options: SessionOptions): Promise<UploadSession> {
    const raw = await this.graph.request<UploadSessionResponse | undefined>({
      method: 'POST',
      path: `${pathOf(this.appId(options.appId))}/uploads`,
      query: {
        file_name: file.fileName,
        file_length: file.size,
        file_type: baseType(file.mimeType) ?? file.mimeType,
      },
      account: options,
      signal: options.signal,
      timeoutMs: options.timeoutMs,
    });
    if (!raw?.id?.startsWith('upload:')) throw incomplete('POST /{app}/uploads', 'session id', raw);
    return { id: raw.id, raw };
  }

  /** See `MediaService.uploadHandle`. */
  async uploadHandle(source: MediaSource, options: HandleOptions): Promise<HandleResult> {
    assertUploadNumbers(options);
    return abortable(options.signal, OPERATION, async () => {
      const input = await this.inputs.open(source, options);
      try {
        return await this.run(await this.prepare(input, options));
      } finally {
        await input.close();
      }
    });
  }

  private async prepare(input: MediaInput, options: HandleOptions): Promise<Transfer> {
    const check = options.validate ?? this.#options.validate ?? true;
    const { size } = input;
    if (size === 0) throw emptyMedia();
    if (size === undefined) {
      const message =
        'must be given for streams and for URLs whose server does not tell it: sessions need it first';
      throw new PayloadValidationError('media', [{ path: 'size', message }]);
    }
    const plan = await planUpload(input, options, check);
    if (check && !HANDLE_TYPES.includes(plan.mimeType)) throw notForHandles(plan.mimeType);
    return { input, size, plan, options };
  }

  /** Sends the bytes, and after a broken connection those that have not arrived. */
  private async run(transfer: Transfer): Promise<HandleResult> {
    const { input, size, options } = transfer;
    let sessionId = options.sessionId;
    let offset = 0;
    for (let resumes = 0; ; resumes++) {
      try {
        if (sessionId !== undefined && (resumes > 0 || options.sessionId !== undefined)) {
          offset = await this.arrived(sessionId, options);
        }
        // All bytes are there and their answer is lost: the handle comes with a new session only.
        if (sessionId === undefined || offset >= size) {
          sessionId = await this.open(transfer);
          offset = 0;
        }
        return await this.send(sessionId, offset, transfer);
      } catch (error) {
        if (!input.replayable || resumes === MAX_RESUMES || !isBroken(error)) throw error;
        await sleep(this.clock, RESUME_DELAY_MS * 2 ** resumes, options.signal);
      }
    }
  }

  private async open({ plan, size, options }: Transfer): Promise<string> {
    const { fileName, mimeType } = plan;
    return (await this.createSession({ fileName, mimeType, size }, options)).id;
  }

  private async send(sessionId: string, offset: number, transfer: Transfer): Promise<HandleResult> {
    const { input, size, plan, options } = transfer;
    const meter = new UploadMeter({
      maxBytes: plan.maxBytes,
      size,
      onProgress: options.onProgress,
      tooLarge: () => tooLarge(plan),
    });
    const open = (): Readable => meter.stream(input.chunks(offset), offset);
    try {
      const raw = await this.graph.request<UploadHandleResponse | undefined>({
        method: 'POST',
        path: sessionPath(sessionId),
        body: input.replayable ? new StreamBody(open) : open(),
        headers: {
          'content-type': 'application/octet-stream',
          'content-length': String(size - offset),
          file_offset: String(offset),
        },
        account: options,
        signal: options.signal,
        timeoutMs: options.timeoutMs ?? transferTimeoutMs(this.#options, size - offset),
      });
      if (typeof raw?.h !== 'string') throw incomplete(OPERATION, 'handle', raw);
      return { handle: raw.h, sessionId, raw };
    } catch (error) {
      throw meter.causeOf(error);
    }
  }

  /** How many bytes of a session have arrived. */
  private async arrived(sessionId: string, options: HandleOptions): Promise<number> {
    const raw = await this.graph.request<UploadOffsetResponse | undefined>({
      method: 'GET',
      path: sessionPath(sessionId),
      account: options,
      signal: options.signal,
      timeoutMs: options.timeoutMs,
    });
    const offset = Number(raw?.file_offset ?? Number.NaN);
    if (!Number.isSafeInteger(offset) || offset < 0) throw incomplete('GET /{upload}', 'file offset', raw);
    return offset;
  }

  private appId(given: string | undefined): string {
    const known = new Set(appSecretsOf(this.#options).flatMap(({ appId }) => appId ?? []));
    const [only] = known;
    const appId = given ?? (known.size === 1 ? only : undefined);
    if (appId) return appId;
    throw new WhatsAppConfigurationError(
      'appId: resumable uploads need the id of the Meta app. Pass `appId` with the call, or give the module its app ' +
        'secret as `{ appId, secret }`. Dashboard: App settings, Basic, App ID.',
    );
  }
}

/** Meta's session ids hold a query of their own and are used as they are. */
function sessionPath(sessionId: string): string {
  if (/^upload:[^\s/?#]+(?:\?[^\s#]*)?$/.test(sessionId)) return sessionId;
  throw new PayloadValidationError('media', [
    { path: 'sessionId', message: 'must be the id of an upload session, which begins with `upload:`' },
  ]);
}

/** Whether an upload broke on the way, so that what has arrived counts. */
function isBroken(error: unknown): boolean {
  if (error instanceof TransportError)
    return error.reason === 'connection-lost' || error.reason === 'connect';
  return error instanceof GraphApiError && (error.httpStatus ?? 0) >= 500 && error.retryable;
}

function notForHandles(mimeType: string): UnsupportedMimeTypeError {
  const types = HANDLE_TYPES.join(', ');
  return new UnsupportedMimeTypeError(mimeType, `must be one of ${types} for a handle. Convert the file`);
}
