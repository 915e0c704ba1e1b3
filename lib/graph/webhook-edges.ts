import type { AppCredentials } from '../config/app-credentials';
import type { AppSubscription, WebhookField } from '../wire/app/app-subscription';
import type { SubscribedApp } from '../wire/waba/subscribed-app';
import type { GraphClient } from './graph-client.service';
import type { CallOptions } from './graph-request.interface';
import { pathOf } from './graph-url';
import { assertSuccess, onWaba } from './node-request';

/** Webhook object of this platform. */
const OBJECT = 'whatsapp_business_account';

type Graph = Pick<GraphClient, 'request'>;

/** A URL that webhooks go to, and the token by which it proves itself. */
export interface CallbackTarget {
  readonly url: string;
  readonly verifyToken: string;
}

/** Signal and time limit of a call that speaks for an app. */
export type AppEdgeOptions = Pick<CallOptions, 'signal' | 'timeoutMs'>;

/** The webhook subscriptions of an app. */
export async function readAppSubscriptions(
  graph: Graph,
  app: AppCredentials,
  options: AppEdgeOptions = {},
): Promise<AppSubscription[]> {
  const answer = await graph.request<{ data?: AppSubscription[] | null } | undefined>({
    method: 'GET',
    ...asApp(app, options),
  });
  return answer?.data ?? [];
}

/**
 * Subscribes an app to webhook fields. Meta asks the URL for a challenge before it answers. In a body, not in the query:
 * URLs end up in logs, and the verify token is a secret.
 */
export async function subscribeApp(
  graph: Graph,
  app: AppCredentials,
  target: CallbackTarget,
  fields: readonly WebhookField[],
  options: AppEdgeOptions = {},
): Promise<void> {
  const answer = await graph.request({
    method: 'POST',
    ...asApp(app, options),
    body: {
      object: OBJECT,
      callback_url: target.url,
      verify_token: target.verifyToken,
      fields: fields.join(','),
      include_values: true,
    },
    kind: 'safe',
  });
  assertSuccess(answer, 'POST /{id}/subscriptions');
}

/** Ends the subscription of some fields, or without them the whole one. */
export async function unsubscribeApp(
  graph: Graph,
  app: AppCredentials,
  fields: readonly WebhookField[] | undefined,
  options: AppEdgeOptions = {},
): Promise<void> {
  const answer = await graph.request({
    method: 'DELETE',
    ...asApp(app, options),
    query: { object: OBJECT, fields: fields?.join(',') },
  });
  assertSuccess(answer, 'DELETE /{id}/subscriptions');
}

/** The apps that get the webhooks of a WABA. */
export async function readSubscribedApps(
  graph: Graph,
  options: CallOptions | undefined,
): Promise<SubscribedApp[]> {
  const answer = await graph.request<{ data?: SubscribedApp[] | null } | undefined>({
    method: 'GET',
    ...onWaba(options, 'subscribed_apps'),
  });
  return answer?.data ?? [];
}

/** Subscribes the token's app to a WABA; with a target, under a callback URL of its own. Without one, that is removed. */
export async function subscribeToWaba(
  graph: Graph,
  target: CallbackTarget | undefined,
  options: CallOptions | undefined,
): Promise<void> {
  const answer = await graph.request({
    method: 'POST',
    ...onWaba(options, 'subscribed_apps'),
    body: target ? { override_callback_uri: target.url, verify_token: target.verifyToken } : {},
    kind: 'safe',
  });
  assertSuccess(answer, 'POST /{id}/subscribed_apps');
}

/** The subscription of this platform's object. */
export function whatsAppSubscription(list: readonly AppSubscription[]): AppSubscription | undefined {
  return list.find(({ object }) => object === OBJECT);
}

/** The names of subscribed fields; Meta lists them as objects. */
export function fieldNames({ fields }: Pick<AppSubscription, 'fields'>): WebhookField[] {
  return (fields ?? []).map((field) => (typeof field === 'string' ? field : field.name));
}

function asApp(app: AppCredentials, { signal, timeoutMs }: AppEdgeOptions) {
  return { path: pathOf(app.appId, 'subscriptions'), accessToken: app.accessToken, signal, timeoutMs };
}
