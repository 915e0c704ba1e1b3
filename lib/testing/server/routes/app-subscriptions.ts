import type { WebhookSetup } from '../../model/webhook-setup';
import { textOf } from '../../model/json';
import { GraphRefusal } from '../graph-refusal';
import { requiredText, requireThat } from '../required';
import type { RouteHandler, RouteRequest } from '../route.interface';

const OBJECT = 'whatsapp_business_account';

/** Fields that an app can subscribe to. */
const FIELDS = new Set(
  (
    'account_alerts,account_review_update,account_settings_update,account_update,automatic_events,' +
    'business_capability_update,business_username_update,calls,flows,group_lifecycle_update,' +
    'group_participants_update,group_settings_update,group_status_update,history,' +
    'message_template_components_update,message_template_quality_update,message_template_status_update,messages,' +
    'partner_solutions,payment_configuration_update,phone_number_name_update,phone_number_quality_update,security,' +
    'smb_app_state_sync,smb_message_echoes,template_category_update,user_preferences'
  ).split(','),
);

/** `GET /{app}/subscriptions`. */
export const listAppSubscriptions: RouteHandler = (request, { state }) => {
  requireAppToken(request, state.webhookSetup);
  const { subscription } = state.webhookSetup;
  return {
    body: {
      data: subscription
        ? [
            {
              object: OBJECT,
              callback_url: subscription.callbackUrl,
              active: true,
              fields: subscription.fields.map((name) => ({ name, version: 'v26.0' })),
            },
          ]
        : [],
    },
  };
};

/** `POST /{app}/subscriptions`: asks the URL for a challenge before it answers. */
export const writeAppSubscription: RouteHandler = async (request, { state }) => {
  requireAppToken(request, state.webhookSetup);
  const params = await request.params();
  requireThat(params['object'] === OBJECT, `object must be ${OBJECT}`);
  const callbackUrl = requiredText(params, 'callback_url');
  const fields = requiredText(params, 'fields').split(',');
  const unknown = fields.find((field) => !FIELDS.has(field));
  if (unknown !== undefined) throw new GraphRefusal(100, { message: `(#100) Invalid parameter: fields` });
  await verifyCallback(state.webhookSetup, callbackUrl, requiredText(params, 'verify_token'));
  state.webhookSetup.subscription = { callbackUrl, fields };
  state.webhookSetup.app?.deliverTo(callbackUrl);
  return { body: { success: true } };
};

/** `DELETE /{app}/subscriptions`: some fields, or all. */
export const deleteAppSubscription: RouteHandler = async (request, { state }) => {
  const { webhookSetup } = state;
  requireAppToken(request, webhookSetup);
  const gone = textOf((await request.params())['fields'])?.split(',');
  const { subscription } = webhookSetup;
  const fields = gone && subscription?.fields.filter((field) => !gone.includes(field));
  webhookSetup.subscription = subscription && fields?.length ? { ...subscription, fields } : undefined;
  return { body: { success: true } };
};

/** @throws GraphRefusal when the URL does not answer the challenge */
export async function verifyCallback(setup: WebhookSetup, url: string, token: string): Promise<void> {
  const problem = await setup.app?.verify(url, token);
  if (problem === undefined) return;
  throw new GraphRefusal(2200, {
    message: '(#2200) Callback verification failed with the following errors',
    details: problem,
  });
}

function requireAppToken({ token }: RouteRequest, setup: WebhookSetup): void {
  if (token === setup.appAccessToken) return;
  throw new GraphRefusal(15, { message: '(#15) This method must be called with an app access_token.' });
}
