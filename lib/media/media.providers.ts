import type { Provider } from '@nestjs/common';
import { MediaHandleUploader } from '../config/media-handle-uploader.interface';
import { MediaUploader } from '../config/media-uploader.interface';
import { MediaInputs } from './input/media-inputs';
import { GraphMediaDownloader } from './media.downloader';
import { MediaService } from './media.service';
import { GraphMediaUploader } from './media.uploader';
import { ResumableUploader } from './resumable.uploader';

/** What this folder registers. It needs `graphProviders`, the account directory, `WHATSAPP_OPTIONS` and `Clock`. */
export const mediaProviders: readonly Provider[] = [
  MediaInputs,
  GraphMediaUploader,
  { provide: MediaUploader, useExisting: GraphMediaUploader },
  GraphMediaDownloader,
  ResumableUploader,
  { provide: MediaHandleUploader, useExisting: ResumableUploader },
  MediaService,
];
