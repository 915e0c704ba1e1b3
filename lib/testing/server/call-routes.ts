import { needing } from './route-guards';
import type { Route } from './route.interface';
import { getCallPermissions } from './routes/call-permissions';
import { manageCalls } from './routes/calls';
import { getSettings, updateSettings } from './routes/settings';

/** Calls, and the settings of numbers. */
export const CALL_ROUTES: readonly Route[] = needing('whatsapp_business_messaging', [
  { method: 'POST', node: 'number', path: 'calls', handle: manageCalls },
  { method: 'GET', node: 'number', path: 'call_permissions', handle: getCallPermissions },
  { method: 'GET', node: 'number', path: 'settings', handle: getSettings },
  { method: 'POST', node: 'number', path: 'settings', handle: updateSettings },
]);
