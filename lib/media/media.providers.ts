import type { Provider } from '@nestjs/common';
import { MediaHandleUploader } from '../config/media-handle-uploader.interface';
import { MediaUploader } from '../config/media-uploader.interface';
import { FlowMediaDownloader } from './encrypted/flow-media.downloader';
import { MediaInputs } from './input/media-inputs';
import { UrlFetcher } from './input/url-fetcher';
import { GraphMediaDownloader } from './media.downloader';
import { MediaService } from './media.service';
import { GraphMediaUploader } from './media.uploader';
import { ResumableUploader } from './resumable.uploader';

/** What this folder registers. It needs `graphProviders`, the account directory, `WHATSAPP_OPTIONS` and `Clock`. */
export const mediaProviders: readonly Provider[] = [
  UrlFetcher,
  MediaInputs,
  GraphMediaUploader,
  { provide: MediaUploader, useExisting: GraphMediaUploader },
  GraphMediaDownloader,
  FlowMediaDownloader,
  ResumableUploader,
  { provide: MediaHandleUploader, useExisting: ResumableUploader },
  MediaService,
];
