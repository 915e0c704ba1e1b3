import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { AccountDirectory } from '../config/account-directory';
import type { AppCredentials } from '../config/app-credentials';
import { appCredentials } from '../config/app-credentials';
import { Clock } from '../config/clock';
import { GraphClient } from '../graph/graph-client.service';
import type { CallOptions } from '../graph/graph-request.interface';
import { pathOf } from '../graph/graph-url';
import { incomplete } from '../graph/node-request';
import { readAppSubscriptions, subscribeApp, unsubscribeApp } from '../graph/webhook-edges';
import { ANY_TEXT } from '../validation/limits';
import { PayloadValidator } from '../validation/payload-validator.service';
import { lengthProblem } from '../validation/rules/code-point-length.decorator';
import type { AccessTokenAnswer } from '../wire/app/access-token';
import type { AppSubscription, WebhookField } from '../wire/app/app-subscription';
import type { DebugTokenData } from '../wire/app/debug-token';
import { toAccessToken, toTokenInfo } from './app-answers';
import type { AppCallOptions } from './app-options.interface';
import type { AccessToken, TokenInfo } from './app-results.interface';
import type { AppSubscriptionInput } from './dto/app-subscription.dto';
import { AppSubscriptionDto } from './dto/app-subscription.dto';
import type { ExchangeCodeInput } from './dto/exchange-code.dto';
import { ExchangeCodeDto } from './dto/exchange-code.dto';

/**
 * What belongs to the Meta app: tokens, Embedded Signup, webhook fields. Its calls are signed with the app's id and
 * secret; give the module `appSecret: { appId, secret }`.
 * @example const { accessToken } = await app.exchangeCode({ code });
 * @see https://developers.facebook.com/documentation/facebook-login/guides/access-tokens
 * @publicApi
 */
@Injectable()
export class AppService {
  constructor(
    private readonly graph: GraphClient,
    private readonly directory: AccountDirectory,
    private readonly validator: PayloadValidator,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Asks Meta for an app access token. `subscribe` and the others here do without. */
  accessToken(options: AppCallOptions = {}): Promise<AccessToken> {
    return this.token({ grant_type: 'client_credentials' }, options, 'safe');
  }

  /**
   * Turns the code of Embedded Signup into the customer's business token. A code works once, for 30 seconds; the request
   * is never repeated.
   * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/embedded-signup/onboarding-customers-as-a-tech-provider
   */
  async exchangeCode(input: ExchangeCodeInput, options: AppCallOptions = {}): Promise<AccessToken> {
    this.validator.assert('code exchange', ExchangeCodeDto, input, options.validate);
    const { code, redirectUri } = input;
    return this.token({ code, ...(redirectUri !== undefined && { redirect_uri: redirectUri }) }, options);
  }

  /**
   * The business token of a customer who came by a hosted Embedded Signup. Asked for with the account's own token
   * (system user of the partner), which the app's secret signs. Partners only.
   * @param businessId the customer's business portfolio
   */
  async customerToken(businessId: string, options: AppCallOptions & CallOptions = {}): Promise<AccessToken> {
    const { secret } = await this.credentials(options);
    const token = await this.directory.token(await this.directory.account(options));
    const answer = await this.graph.request<AccessTokenAnswer | undefined>({
      method: 'POST',
      path: pathOf(businessId, 'system_user_access_tokens'),
      body: { fetch_only: true, appsecret_proof: createHmac('sha256', secret).update(token).digest('hex') },
      accessToken: token,
      signal: options.signal,
      timeoutMs: options.timeoutMs,
    });
    return toAccessToken(answer, this.clock.now(), 'POST /{id}/system_user_access_tokens');
  }

  /** What a token may do, and until when. A token that is no good is a result (`valid: false`), not an error. */
  async debugToken(token: string, options: AppCallOptions = {}): Promise<TokenInfo> {
    const problem = lengthProblem(token, ANY_TEXT);
    this.validator.assertWith(
      'token',
      () => (problem === undefined ? [] : [{ path: 'token', message: problem }]),
      options.validate,
    );
    const app = await this.credentials(options);
    const answer = await this.graph.request<{ data?: DebugTokenData } | undefined>({
      method: 'GET',
      path: 'debug_token',
      query: { input_token: token },
      accessToken: app.accessToken,
      signal: options.signal,
      timeoutMs: options.timeoutMs,
    });
    if (!answer?.data) throw incomplete('the answer has no data', 'GET /debug_token', undefined);
    return toTokenInfo(answer.data);
  }

  /** The webhook subscriptions of the app; that of this platform has the object `whatsapp_business_account`. */
  async subscriptions(options: AppCallOptions = {}): Promise<AppSubscription[]> {
    return readAppSubscriptions(this.graph, await this.credentials(options), options);
  }

  /**
   * Subscribes the app to webhook fields, and sets its one callback URL. Meta asks the URL for a challenge before it
   * answers, so it must be listening. `WebhookSubscriber.subscribe` keeps the fields that are there and does the other
   * steps too.
   * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview
   */
  async subscribe(input: AppSubscriptionInput, options: AppCallOptions = {}): Promise<void> {
    this.validator.assert('app subscription', AppSubscriptionDto, input, options.validate);
    await subscribeApp(this.graph, await this.credentials(options), input, input.fields, options);
  }

  /** Ends the subscription of some webhook fields, or without them of all: nothing arrives any more. */
  async unsubscribe(fields?: readonly WebhookField[], options: AppCallOptions = {}): Promise<void> {
    await unsubscribeApp(this.graph, await this.credentials(options), fields, options);
  }

  private credentials({ appId }: AppCallOptions): Promise<AppCredentials> {
    return appCredentials(this.directory, appId);
  }

  /** The secret goes in the body: URLs end up in logs. */
  private async token(
    members: Readonly<Record<string, string>>,
    options: AppCallOptions,
    kind: 'safe' | 'unsafe' = 'unsafe',
  ): Promise<AccessToken> {
    const { appId, secret, accessToken } = await this.credentials(options);
    const answer = await this.graph.request<AccessTokenAnswer | undefined>({
      method: 'POST',
      path: 'oauth/access_token',
      body: { client_id: appId, client_secret: secret, ...members },
      accessToken,
      kind,
      signal: options.signal,
      timeoutMs: options.timeoutMs,
    });
    return toAccessToken(answer, this.clock.now());
  }
}
