import { DOWNLOAD_PATH } from '../model/media-store';
import { CALL_ROUTES } from './call-routes';
import { FLOW_ROUTES } from './flow-routes';
import { GROUP_ROUTES } from './group-routes';
import { NUMBER_ROUTES } from './number-routes';
import type { Route } from './route.interface';
import { deleteMedia } from './routes/delete-media';
import { downloadMedia } from './routes/download-media';
import { getMedia } from './routes/get-media';
import { sendMessage } from './routes/send-message';
import {
  archiveTemplates,
  deleteTemplates,
  editTemplate,
  unarchiveTemplates,
  unpauseTemplate,
} from './routes/template-change';
import { createTemplate, upsertTemplates } from './routes/template-create';
import { browseLibrary, getTemplate, listTemplates } from './routes/template-list';
import { uploadMedia } from './routes/upload-media';
import { WEBHOOK_ROUTES } from './webhook-routes';

/** Every endpoint of the emulator: a row here and a small file in `routes/`. */
export const ROUTES: readonly Route[] = [
  { method: 'POST', node: 'number', path: 'messages', handle: sendMessage },
  { method: 'POST', node: 'number', path: 'media', handle: uploadMedia },
  { method: 'GET', node: 'media', path: '', handle: getMedia },
  { method: 'DELETE', node: 'media', path: '', handle: deleteMedia },
  { method: 'GET', node: 'waba', path: 'message_templates', handle: listTemplates },
  { method: 'POST', node: 'waba', path: 'message_templates', handle: createTemplate },
  { method: 'DELETE', node: 'waba', path: 'message_templates', handle: deleteTemplates },
  { method: 'POST', node: 'waba', path: 'upsert_message_templates', handle: upsertTemplates },
  { method: 'POST', node: 'waba', path: 'message_templates/archive', handle: archiveTemplates },
  { method: 'POST', node: 'waba', path: 'message_templates/unarchive', handle: unarchiveTemplates },
  { method: 'GET', node: 'template', path: '', handle: getTemplate },
  { method: 'POST', node: 'template', path: '', handle: editTemplate },
  { method: 'POST', node: 'template', path: 'unpause', handle: unpauseTemplate },
  { method: 'GET', path: '/message_template_library', handle: browseLibrary },
  ...NUMBER_ROUTES,
  ...CALL_ROUTES,
  ...GROUP_ROUTES,
  ...FLOW_ROUTES,
  ...WEBHOOK_ROUTES,
  { method: 'GET', path: DOWNLOAD_PATH, handle: downloadMedia },
];
