import { InputDto } from '../../validation/input.dto';
import { ANY_TEXT } from '../../validation/limits';
import { CodePointLength } from '../../validation/rules/code-point-length.decorator';
import { IsCallbackUrl } from '../../validation/rules/is-callback-url.decorator';
import { Texts } from '../../validation/rules/texts.decorator';
import type { WebhookField } from '../../wire/app/app-subscription';

/** Which webhook fields an app gets, and where. */
export class AppSubscriptionDto extends InputDto {
  /** Absolute `https` URL. Meta asks it for a challenge at once. */
  @IsCallbackUrl()
  url!: string;

  /** Verify token that the challenge comes with. */
  @CodePointLength(ANY_TEXT)
  verifyToken!: string;

  /** Webhook fields. One name that Meta does not know makes it refuse them all. */
  @Texts({ min: 1, max: Infinity }, ANY_TEXT)
  fields!: readonly WebhookField[];
}

/** Input of `app.subscribe`. @publicApi */
export type AppSubscriptionInput = AppSubscriptionDto;
