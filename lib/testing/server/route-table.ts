import { CDN_PATH, DOWNLOAD_PATH } from '../model/media-store';
import { ACCOUNT_ROUTES } from './account-routes';
import { CALL_ROUTES } from './call-routes';
import { FLOW_ROUTES } from './flow-routes';
import { GROUP_ROUTES } from './group-routes';
import { NUMBER_ROUTES } from './number-routes';
import { PARTNER_ROUTES } from './partner-routes';
import { PAYMENT_ROUTES } from './payment-routes';
import { needing, viaMarketingApi } from './route-guards';
import type { Route } from './route.interface';
import { deleteMedia } from './routes/delete-media';
import { downloadMedia } from './routes/download-media';
import { downloadFlowMedia } from './routes/flow-media';
import { getMedia } from './routes/get-media';
import { sendMarketingMessage } from './routes/send-marketing-message';
import { sendMessage } from './routes/send-message';
import { uploadMedia } from './routes/upload-media';
import { getUpload, openUpload, takeUpload } from './routes/upload-sessions';
import { TEMPLATE_ROUTES } from './template-routes';
import { WEBHOOK_ROUTES } from './webhook-routes';

const MESSAGING: readonly Route[] = [
  { method: 'POST', node: 'number', path: 'messages', handle: sendMessage },
  {
    method: 'POST',
    node: 'number',
    path: 'marketing_messages',
    handle: viaMarketingApi(sendMarketingMessage),
  },
  { method: 'POST', node: 'number', path: 'media', handle: uploadMedia },
  { method: 'POST', node: 'app', path: 'uploads', handle: openUpload },
  { method: 'GET', node: 'upload', path: '', handle: getUpload },
  { method: 'POST', node: 'upload', path: '', handle: takeUpload },
  { method: 'GET', node: 'media', path: '', handle: getMedia },
  { method: 'DELETE', node: 'media', path: '', handle: deleteMedia },
];

/** Every endpoint of the emulator: a row here and a small file in `routes/`. */
export const ROUTES: readonly Route[] = [
  ...needing('whatsapp_business_messaging', MESSAGING),
  ...TEMPLATE_ROUTES,
  ...NUMBER_ROUTES,
  ...CALL_ROUTES,
  ...GROUP_ROUTES,
  ...FLOW_ROUTES,
  ...WEBHOOK_ROUTES,
  ...ACCOUNT_ROUTES,
  ...PAYMENT_ROUTES,
  ...PARTNER_ROUTES,
  { method: 'GET', path: DOWNLOAD_PATH, handle: downloadMedia },
  { method: 'GET', path: CDN_PATH, anonymous: true, handle: downloadFlowMedia },
];
