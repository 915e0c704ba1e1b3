import { GraphRefusal } from '../graph-refusal';
import { requiredText, requireProduct, requireThat } from '../required';
import type { RouteHandler } from '../route.interface';

const KINDS = ['smb_app_state_sync', 'history'];
const WINDOW_MS = 24 * 60 * 60 * 1000;

/** `POST /{phone}/smb_app_data`: contacts or history of the WhatsApp Business app, once each within 24 hours. */
export const requestAppData: RouteHandler = async (request, { state }) => {
  const params = await request.params();
  requireProduct(params);
  const kind = requiredText(params, 'sync_type');
  requireThat(KINDS.includes(kind), `sync_type must be one of {${KINDS.join(', ')}}`);
  const { appDataRequests, onboardedAt } = state.numberRecords.of(request.id);
  if (appDataRequests.has(kind)) throw new GraphRefusal(2593107);
  if (onboardedAt !== undefined && state.clock.now() > onboardedAt + WINDOW_MS)
    throw new GraphRefusal(2593108);
  appDataRequests.add(kind);
  return { body: { messaging_product: 'whatsapp', request_id: state.ids.node() } };
};
