import { needing, noted } from './route-guards';
import type { Route } from './route.interface';
import {
  deleteAppSubscription,
  listAppSubscriptions,
  writeAppSubscription,
} from './routes/app-subscriptions';
import { getApp } from './routes/app-node';
import { debugToken, getAccessToken } from './routes/app-tokens';
import { listSubscribedApps, subscribeToWaba, unsubscribeFromWaba } from './routes/subscribed-apps';

const OF_ACCOUNTS: readonly Route[] = [
  { method: 'GET', node: 'waba', path: 'subscribed_apps', handle: listSubscribedApps },
  {
    method: 'POST',
    node: 'waba',
    path: 'subscribed_apps',
    handle: noted('WEBHOOK_CONFIGURED', subscribeToWaba),
  },
  {
    method: 'DELETE',
    node: 'waba',
    path: 'subscribed_apps',
    handle: noted('WEBHOOK_CONFIGURED', unsubscribeFromWaba),
  },
];

/** The endpoints of the app: its tokens, its webhook fields and the WABAs that it is subscribed to. */
export const WEBHOOK_ROUTES: readonly Route[] = [
  { method: 'GET', node: 'app', path: '', handle: getApp },
  { method: 'GET', node: 'app', path: 'subscriptions', handle: listAppSubscriptions },
  { method: 'POST', node: 'app', path: 'subscriptions', handle: writeAppSubscription },
  { method: 'DELETE', node: 'app', path: 'subscriptions', handle: deleteAppSubscription },
  { method: 'GET', path: '/oauth/access_token', anonymous: true, handle: getAccessToken },
  { method: 'POST', path: '/oauth/access_token', anonymous: true, handle: getAccessToken },
  { method: 'GET', path: '/debug_token', handle: debugToken },
  ...needing('whatsapp_business_management', OF_ACCOUNTS),
];
