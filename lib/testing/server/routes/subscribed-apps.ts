import type { EmulatorState } from '../../model/emulator-state';
import { textOf } from '../../model/json';
import type { JsonObject } from '../../model/json';
import { GraphRefusal } from '../graph-refusal';
import { requiredText, requireThat } from '../required';
import type { RouteHandler } from '../route.interface';
import { verifyCallback } from './app-subscriptions';

/** The apps that get the webhooks of an account, with their callback overrides. */
export function subscribedApps(
  wabaId: string,
  { webhookSetup: { appId, wabas } }: EmulatorState,
): JsonObject[] {
  const entry = wabas.get(wabaId);
  if (!entry) return [];
  const link = `https://www.facebook.com/games/?app_id=${appId}`;
  const app = { whatsapp_business_api_data: { id: appId, name: 'Emulator', link } };
  return [{ ...app, ...(entry.override !== undefined && { override_callback_uri: entry.override }) }];
}

/** `GET /{waba}/subscribed_apps`. */
export const listSubscribedApps: RouteHandler = ({ id }, { state }) => ({
  body: { data: subscribedApps(id, state) },
});

/** `POST /{waba}/subscribed_apps`: subscribes; with a URL, sets the callback override, else removes it. */
export const subscribeToWaba: RouteHandler = async (request, context) => {
  const { state } = context;
  const { webhookSetup: setup } = state;
  const params = await request.params();
  const override = textOf(params['override_callback_uri']);
  if (override === undefined) {
    setup.wabas.set(request.id, {});
    return { body: { success: true } };
  }
  requireThat(override.length <= 200, 'override_callback_uri must have at most 200 characters');
  if (!setup.wabas.has(request.id)) {
    throw new GraphRefusal(100, {
      message:
        '(#100) Before override the current callback uri, your app must be subscribed to receive messages',
    });
  }
  await verifyCallback(setup, override, requiredText(params, 'verify_token'));
  setup.wabas.set(request.id, { override });
  return listSubscribedApps(request, context);
};

/** `DELETE /{waba}/subscribed_apps`. */
export const unsubscribeFromWaba: RouteHandler = ({ id }, { state }) => {
  state.webhookSetup.wabas.delete(id);
  return { body: { success: true } };
};
