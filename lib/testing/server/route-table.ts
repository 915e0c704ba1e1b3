import { DOWNLOAD_PATH } from '../model/media-store';
import type { Route } from './route.interface';
import { deleteMedia } from './routes/delete-media';
import { downloadMedia } from './routes/download-media';
import { getMedia } from './routes/get-media';
import { sendMessage } from './routes/send-message';
import { uploadMedia } from './routes/upload-media';

/** Every endpoint of the emulator: a row here and a small file in `routes/`. */
export const ROUTES: readonly Route[] = [
  { method: 'POST', node: 'number', path: 'messages', handle: sendMessage },
  { method: 'POST', node: 'number', path: 'media', handle: uploadMedia },
  { method: 'GET', node: 'media', path: '', handle: getMedia },
  { method: 'DELETE', node: 'media', path: '', handle: deleteMedia },
  { method: 'GET', path: DOWNLOAD_PATH, handle: downloadMedia },
];
