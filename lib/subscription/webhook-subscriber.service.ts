import { Inject, Injectable, Logger, Optional } from '@nestjs/common';
import { AccountDirectory } from '../config/account-directory';
import type { AppCredentials } from '../config/app-credentials';
import { appCredentials } from '../config/app-credentials';
import { WHATSAPP_OPTIONS } from '../config/whatsapp.constants';
import type { WhatsAppModuleOptions } from '../config/whatsapp-options.interface';
import { WhatsAppConfigurationError } from '../errors/configuration.error';
import { GraphClient } from '../graph/graph-client.service';
import type { CallOptions } from '../graph/graph-request.interface';
import { phoneNumberPath, wabaPath } from '../graph/graph-url';
import { assertSuccess, onNumber } from '../graph/node-request';
import type { CallbackTarget } from '../graph/webhook-edges';
import {
  fieldNames,
  readAppSubscriptions,
  readSubscribedApps,
  subscribeApp,
  subscribeToWaba,
  whatsAppSubscription,
} from '../graph/webhook-edges';
import { PayloadValidator } from '../validation/payload-validator.service';
import type { WebhookField } from '../wire/app/app-subscription';
import type { PhoneNumber, WebhookConfiguration } from '../wire/phone-numbers/phone-number';
import type { CallbackUrlScope, SubscribeInput } from './dto/subscribe.dto';
import { SubscribeDto } from './dto/subscribe.dto';
import { fieldsForHandlers, missingFields, missingFieldWarnings } from './field-needs';
import { HandledEvents } from './handled-events.interface';
import type { SubscriptionChange, SubscriptionState } from './subscription-plan';
import { planSubscription, wordsFor } from './subscription-plan';

/** What `subscribe` found and did. @publicApi */
export interface SubscribeResult {
  /** What was changed, in the order in which it was done. Empty when all was well. */
  readonly changes: readonly SubscriptionChange[];
  /** What still keeps webhooks from the URL. */
  readonly warnings: readonly string[];
  /** All webhook fields that the app is subscribed to now. */
  readonly fields: readonly WebhookField[];
}

/** What `check` found. @publicApi */
export interface SubscriptionCheck {
  /** All webhook fields that the app is subscribed to. */
  readonly fields: readonly WebhookField[];
  /** Fields of events with handlers that the app is not subscribed to. */
  readonly missing: readonly WebhookField[];
  /** Whether the app gets the webhooks of the WABA. */
  readonly subscribed: boolean;
  readonly warnings: readonly string[];
}

/**
 * Sets up webhooks at Meta: the fields and callback URL of the app, the app's subscription to the WABA, and a callback
 * override where one is wanted. It looks first and changes what is missing, so it may run at every start. Fields that are
 * subscribed stay, whoever wanted them.
 * @example
 * ```ts
 * await app.listen(3000);
 * await app.get(WebhookSubscriber).subscribe({ url: 'https://example.com/whatsapp/webhook' });
 * ```
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview
 * @publicApi
 */
@Injectable()
export class WebhookSubscriber {
  private readonly logger = new Logger('WebhookSubscriber');

  constructor(
    private readonly graph: GraphClient,
    private readonly directory: AccountDirectory,
    private readonly validator: PayloadValidator,
    @Inject(WHATSAPP_OPTIONS) private readonly options: Pick<WhatsAppModuleOptions, 'verifyToken'>,
    @Optional() @Inject(HandledEvents) private readonly handled?: HandledEvents,
  ) {}

  /**
   * Does what is missing, and logs it. The application must be listening: Meta asks the URL for a challenge.
   * @throws WhatsAppConfigurationError when the app has another callback URL and `replaceUrl` is not set, when app id, app
   * secret, verify token or WABA id are not known, and when there are neither `fields` nor handlers
   * @throws GraphApiError when Meta refuses a step; those before it are done
   */
  async subscribe(input: SubscribeInput, options: CallOptions = {}): Promise<SubscribeResult> {
    this.validator.assert('webhook subscription', SubscribeDto, input, options.validate);
    const app = await appCredentials(this.directory, input.appId);
    const target = this.targetOf(input);
    const handled = this.handled?.names() ?? [];
    const wanted = input.fields ?? fieldsForHandlers(handled);
    const state = await this.stateOf(app, input.scope, options);
    const plan = planSubscription(state, {
      url: input.url,
      scope: input.scope ?? 'app',
      fields: wanted,
      replaceUrl: input.replaceUrl ?? false,
    });
    const { changes } = plan;
    const fields = fieldsAfter(state, changes);
    const warnings = [...plan.warnings, ...missingFieldWarnings(missingFields(handled, fields))];
    for (const change of changes) {
      await this.carryOut(change, app, target, options);
      this.logger.log(wordsFor(change));
    }
    if (changes.length === 0) this.logger.log('Webhooks are set up as wanted; nothing was changed');
    for (const warning of warnings) this.logger.warn(warning);
    return { changes, warnings, fields };
  }

  /**
   * Asks Meta whether the application's handlers can hear anything, and warns when not; changes nothing. Nothing does so by
   * itself, since a start should not hang on Meta: call it once the application has started, where that is wanted.
   * @throws WhatsAppConfigurationError when app id, app secret or WABA id are not known
   */
  async check(
    { appId }: Pick<SubscribeInput, 'appId'> = {},
    options: CallOptions = {},
  ): Promise<SubscriptionCheck> {
    const app = await appCredentials(this.directory, appId);
    const { app: subscription, subscribed } = await this.stateOf(app, undefined, options);
    const fields = subscription?.active ? subscription.fields : [];
    const missing = missingFields(this.handled?.names() ?? [], fields);
    const warnings = [
      ...missingFieldWarnings(missing),
      ...(subscribed
        ? []
        : ['The app does not get the webhooks of the WABA. `subscribe` does what is missing.']),
    ];
    for (const warning of warnings) this.logger.warn(warning);
    return { fields, missing, subscribed, warnings };
  }

  private targetOf({ url, verifyToken = this.options.verifyToken }: SubscribeInput): CallbackTarget {
    if (verifyToken) return { url, verifyToken };
    throw new WhatsAppConfigurationError(
      'verifyToken: is missing, so Meta cannot verify the callback URL. Give it to the module, or pass it with the call.',
    );
  }

  /** Everything is read before anything is changed: a missing id must not leave half a set-up behind. */
  private async stateOf(
    app: AppCredentials,
    scope: CallbackUrlScope | undefined,
    options: CallOptions,
  ): Promise<SubscriptionState> {
    const account = await this.directory.account(options);
    wabaPath(account);
    if (scope === 'phone') phoneNumberPath(account);
    const [subscriptions, apps, callbacks] = await Promise.all([
      readAppSubscriptions(this.graph, app, options),
      readSubscribedApps(this.graph, options),
      account.phoneNumberId === undefined ? undefined : this.callbacks(options),
    ]);
    const own = apps.find((entry) => String(entry.whatsapp_business_api_data?.id) === app.appId);
    const subscription = whatsAppSubscription(subscriptions);
    return {
      app: subscription && {
        url: subscription.callback_url || undefined,
        active: subscription.active !== false,
        fields: fieldNames(subscription),
      },
      subscribed: own !== undefined,
      wabaOverride: own?.override_callback_uri || undefined,
      phoneOverride: callbacks?.phone_number || undefined,
    };
  }

  private async callbacks(options: CallOptions): Promise<WebhookConfiguration> {
    const number = await this.graph.request<PhoneNumber | undefined>({
      method: 'GET',
      ...onNumber(options),
      query: { fields: 'webhook_configuration' },
    });
    return number?.webhook_configuration ?? {};
  }

  private async carryOut(
    change: SubscriptionChange,
    app: AppCredentials,
    target: CallbackTarget,
    options: CallOptions,
  ): Promise<void> {
    switch (change.step) {
      case 'app-subscription':
        return subscribeApp(this.graph, app, { ...target, url: change.url }, change.fields, options);
      case 'waba-subscription':
        return subscribeToWaba(this.graph, undefined, options);
      case 'waba-override':
        return subscribeToWaba(this.graph, target, options);
      case 'phone-override':
        return this.overrideOnNumber(target, options);
    }
  }

  private async overrideOnNumber(target: CallbackTarget, options: CallOptions): Promise<void> {
    const configuration = { override_callback_uri: target.url, verify_token: target.verifyToken };
    const answer = await this.graph.request({
      method: 'POST',
      ...onNumber(options),
      body: { webhook_configuration: configuration },
      kind: 'safe',
    });
    assertSuccess(answer, 'POST /{id}');
  }
}

function fieldsAfter(
  { app }: SubscriptionState,
  changes: readonly SubscriptionChange[],
): readonly WebhookField[] {
  const changed = changes.find((change) => change.step === 'app-subscription');
  return changed?.fields ?? app?.fields ?? [];
}
