import { PayloadValidationError } from '../errors/payload-validation.error';
import type { AccountDirectory } from '../config/account-directory';
import type { AccountRef } from '../config/account.interface';
import type { TemplateDefinitions } from '../config/template-definitions.interface';
import type { GraphClient } from '../graph/graph-client.service';
import type { GraphRequest } from '../graph/graph-request.interface';
import type { FlowMediaDownloader } from '../media/encrypted/flow-media.downloader';
import type { GraphMediaDownloader } from '../media/media.downloader';
import type { GraphMediaUploader } from '../media/media.uploader';
import type { ResumableUploader } from '../media/resumable.uploader';
import type { MessagesSender } from '../messages/messages.sender';

/** The public members of a class: a view that lacks one does not compile. */
type PublicOf<T> = { [Member in keyof T]: T[Member] };

/**
 * One account, filled in where a call names none. Its views have the methods of the object behind them, which stays the
 * one there is: connections, caches, pacing and windows are shared by all accounts.
 */
export class AccountBinding {
  private readonly account: AccountRef;

  /** @throws PayloadValidationError when it names no account: it would speak for the default one */
  constructor(account: string | AccountRef) {
    const { phoneNumberId, wabaId } = typeof account === 'string' ? { phoneNumberId: account } : account;
    if (!phoneNumberId && !wabaId) {
      throw new PayloadValidationError('account', [
        { path: 'id', message: 'must be a phone number id, `{ phoneNumberId }` or `{ wabaId }`' },
      ]);
    }
    this.account = { ...(phoneNumberId && { phoneNumberId }), ...(wabaId && { wabaId }) };
  }

  /** Options as they are when they name an account; else with this one. */
  fill<Options extends AccountRef>(options: Options): Options {
    const named = options.phoneNumberId !== undefined || options.wabaId !== undefined;
    return named ? options : { ...options, ...this.account };
  }

  graph(graph: GraphClient): GraphClient {
    // With a token of its own a request speaks for no account.
    const fill = (request: GraphRequest): GraphRequest =>
      request.accessToken === undefined ? { ...request, account: this.fill(request.account ?? {}) } : request;
    const view: PublicOf<GraphClient> = {
      request: (request) => graph.request(fill(request)),
      exchange: (request) => graph.exchange(fill(request)),
    };
    return view as GraphClient;
  }

  directory(directory: AccountDirectory): AccountDirectory {
    const view: PublicOf<AccountDirectory> = {
      find: (ref = {}) => directory.find(this.fill(ref)),
      account: (ref = {}) => directory.account(this.fill(ref)),
      token: (account) => directory.token(account),
      appSecrets: () => directory.appSecrets(),
      invalidate: (ref) => directory.invalidate(ref && this.fill(ref)),
    };
    return view as AccountDirectory;
  }

  sender(sender: MessagesSender): MessagesSender {
    const view: PublicOf<MessagesSender> = {
      get settled() {
        return sender.settled;
      },
      send: (message, options = {}, edge) => sender.send(message, this.fill(options), edge),
      series: (options = {}) => sender.series(this.fill(options)),
      sendReceipt: (receipt, options = {}) => sender.sendReceipt(receipt, this.fill(options)),
    };
    return view as MessagesSender;
  }

  uploader(uploader: GraphMediaUploader): GraphMediaUploader {
    const view: PublicOf<GraphMediaUploader> = {
      upload: (source, options) => uploader.upload(source, this.fill(options)),
      uploadFile: (file, request = {}) => uploader.uploadFile(file, this.fill(request)),
    };
    return view as GraphMediaUploader;
  }

  downloader(downloader: GraphMediaDownloader): GraphMediaDownloader {
    const view: PublicOf<GraphMediaDownloader> = {
      info: (id, options) => downloader.info(id, this.fill(options)),
      download: (media, options) => downloader.download(media, this.fill(options)),
    };
    return view as GraphMediaDownloader;
  }

  flowMedia(downloader: FlowMediaDownloader): FlowMediaDownloader {
    const view: PublicOf<FlowMediaDownloader> = {
      open: (media, options, memoryBytes) => downloader.open(media, this.fill(options), memoryBytes),
    };
    return view as FlowMediaDownloader;
  }

  resumable(uploader: ResumableUploader): ResumableUploader {
    const view: PublicOf<ResumableUploader> = {
      createSession: (file, options) => uploader.createSession(file, this.fill(options)),
      uploadHandle: (source, options) => uploader.uploadHandle(source, this.fill(options)),
    };
    return view as ResumableUploader;
  }

  definitions(definitions: TemplateDefinitions): TemplateDefinitions {
    return {
      find: (query) => definitions.find(this.fill(query)),
      invalidate: (filter) => definitions.invalidate(filter),
    };
  }
}
