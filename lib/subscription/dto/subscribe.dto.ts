import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { InputDto } from '../../validation/input.dto';
import { ANY_TEXT } from '../../validation/limits';
import { Rule } from '../../validation/rule.decorator';
import { OptionalText } from '../../validation/rules/optional-text.decorator';
import { Texts } from '../../validation/rules/texts.decorator';
import { callbackUrlProblem } from '../../validation/rules/is-callback-url.decorator';
import type { WebhookField } from '../../wire/app/app-subscription';

/**
 * Whose webhooks a callback URL is for: all of the app's, those of one WABA, or those of one number. The narrowest that is
 * set counts.
 * @publicApi
 */
export type CallbackUrlScope = 'app' | 'waba' | 'phone';

const SCOPES: readonly CallbackUrlScope[] = ['app', 'waba', 'phone'];

/** Characters of an override at most. */
const OVERRIDE_LENGTH = 200;

/** What the webhooks of an application should be like. */
export class SubscribeDto extends InputDto {
  /** Absolute `https` URL of the webhook endpoint; it must be listening. Up to 200 characters unless the scope is `app`. */
  @Rule(
    'subscribeUrl',
    (value, { scope }) =>
      callbackUrlProblem(value, scope === 'waba' || scope === 'phone' ? OVERRIDE_LENGTH : undefined),
    { type: 'string', format: 'uri' },
  )
  url!: string;

  /**
   * Webhook fields to have, besides those that are subscribed; see `webhookFieldsOf`.
   * @default those of the events that the application has handlers for, as far as Meta lists them as open to subscription
   */
  @IsOptional()
  @Texts({ min: 1, max: Infinity }, ANY_TEXT)
  fields?: readonly WebhookField[] | undefined;

  /** Verify token that the challenge comes with. @default the module's `verifyToken` */
  @OptionalText()
  verifyToken?: string | undefined;

  /** @default 'app' */
  @IsOptional()
  @IsIn(SCOPES)
  scope?: CallbackUrlScope | undefined;

  /**
   * Lets the URL take the place of another one that the app has. Without it such an app is left alone: the other URL may be
   * that of production.
   * @default false
   */
  @IsOptional()
  @IsBoolean()
  replaceUrl?: boolean | undefined;

  /** Meta app id. @default the only `appId` among the module's app secrets */
  @OptionalText()
  appId?: string | undefined;
}

/** Input of `WebhookSubscriber.subscribe`. @publicApi */
export type SubscribeInput = SubscribeDto;
