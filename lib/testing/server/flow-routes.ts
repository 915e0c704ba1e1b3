import { ASSETS_PATH, downloadFlowJson, listAssets, uploadFlowJson } from './routes/flow-assets';
import { deprecateFlow, publishFlow } from './routes/flow-lifecycle';
import { migrateFlows } from './routes/flow-migration';
import { deleteFlow, getFlow, updateFlow } from './routes/flow-node';
import { createFlow, listFlows } from './routes/flows';
import { needing } from './route-guards';
import type { Route } from './route.interface';

/** The management of flows. */
export const FLOW_ROUTES: readonly Route[] = needing('whatsapp_business_management', [
  { method: 'GET', node: 'waba', path: 'flows', handle: listFlows },
  { method: 'POST', node: 'waba', path: 'flows', handle: createFlow },
  { method: 'POST', node: 'waba', path: 'migrate_flows', handle: migrateFlows },
  { method: 'GET', node: 'flow', path: '', handle: getFlow },
  { method: 'POST', node: 'flow', path: '', handle: updateFlow },
  { method: 'DELETE', node: 'flow', path: '', handle: deleteFlow },
  { method: 'GET', node: 'flow', path: 'assets', handle: listAssets },
  { method: 'POST', node: 'flow', path: 'assets', handle: uploadFlowJson },
  { method: 'POST', node: 'flow', path: 'publish', handle: publishFlow },
  { method: 'POST', node: 'flow', path: 'deprecate', handle: deprecateFlow },
  { method: 'GET', path: ASSETS_PATH, handle: downloadFlowJson },
]);
