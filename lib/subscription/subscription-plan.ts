import { WhatsAppConfigurationError } from '../errors/configuration.error';
import type { WebhookField } from '../wire/app/app-subscription';
import type { CallbackUrlScope } from './dto/subscribe.dto';

/** How the webhooks are set up at Meta. */
export interface SubscriptionState {
  /** The app's subscription; undefined when there is none. */
  readonly app:
    | { readonly url: string | undefined; readonly active: boolean; readonly fields: readonly WebhookField[] }
    | undefined;
  /** The app gets the webhooks of the WABA. */
  readonly subscribed: boolean;
  readonly wabaOverride: string | undefined;
  readonly phoneOverride: string | undefined;
}

/** How they should be. */
export interface WantedSubscription {
  readonly url: string;
  readonly scope: CallbackUrlScope;
  readonly fields: readonly WebhookField[];
  readonly replaceUrl: boolean;
}

/** One thing to be done at Meta. @publicApi */
export type SubscriptionChange =
  | {
      readonly step: 'app-subscription';
      readonly url: string;
      /** All fields after the change. */
      readonly fields: readonly WebhookField[];
      readonly added: readonly WebhookField[];
    }
  | { readonly step: 'waba-subscription' }
  | { readonly step: 'waba-override'; readonly url: string }
  | { readonly step: 'phone-override'; readonly url: string };

/** What to do, in the order that Meta needs, and what stays in the way. */
export interface SubscriptionPlan {
  readonly changes: readonly SubscriptionChange[];
  readonly warnings: readonly string[];
}

/**
 * Compares. Fields and URL of the app come first, then the WABA, then its override: Meta refuses an override where the app
 * is not subscribed.
 * @throws WhatsAppConfigurationError when the app has another URL that may not be replaced
 */
export function planSubscription(state: SubscriptionState, wanted: WantedSubscription): SubscriptionPlan {
  return {
    changes: [...appChange(state.app, wanted), ...wabaChanges(state, wanted)],
    warnings: warningsOf(state, wanted),
  };
}

function appChange(app: SubscriptionState['app'], wanted: WantedSubscription): SubscriptionChange[] {
  const { url, scope, fields, replaceUrl } = wanted;
  const moved = scope === 'app' && app?.url !== undefined && !sameUrl(app.url, url);
  if (moved && !replaceUrl) {
    throw new WhatsAppConfigurationError(
      'url: the app has another callback URL, which would get no webhooks any more. Pass `replaceUrl: true` to take it ' +
        "over, or `scope: 'waba'` or `'phone'` for a URL of one account or number.",
    );
  }
  const had = app?.fields ?? [];
  const added = [...new Set(fields)].filter((field) => !had.includes(field));
  if (app?.url !== undefined && app.active && !moved && added.length === 0) return [];
  const target = scope === 'app' ? url : (app?.url ?? url);
  return [{ step: 'app-subscription', url: target, fields: [...had, ...added], added }];
}

function wabaChanges(state: SubscriptionState, { url, scope }: WantedSubscription): SubscriptionChange[] {
  const changes: SubscriptionChange[] = state.subscribed ? [] : [{ step: 'waba-subscription' }];
  // Subscribing removes an override.
  const override = state.subscribed ? state.wabaOverride : undefined;
  if (scope === 'waba' && !sameUrl(override, url)) changes.push({ step: 'waba-override', url });
  if (scope === 'phone' && !sameUrl(state.phoneOverride, url)) changes.push({ step: 'phone-override', url });
  return changes;
}

function warningsOf(state: SubscriptionState, { url, scope }: WantedSubscription): string[] {
  const warnings: string[] = [];
  if (scope === 'app' && state.wabaOverride !== undefined && !sameUrl(state.wabaOverride, url))
    warnings.push(
      'The WABA has a callback override, which gets its webhooks instead. Remove it by `WabaService.removeCallbackOverride`.',
    );
  if (scope !== 'phone' && state.phoneOverride !== undefined && !sameUrl(state.phoneOverride, url))
    warnings.push(
      'The number has a callback override, which gets its webhooks instead. Remove it by `PhoneNumbersService.removeCallbackOverride`.',
    );
  return warnings;
}

function sameUrl(a: string | undefined, b: string): boolean {
  if (a === undefined || !URL.canParse(a) || !URL.canParse(b)) return a === b;
  return new URL(a).href === new URL(b).href;
}

/** A change as a line of the log. The query of a URL may hold a secret. */
export function wordsFor(change: SubscriptionChange): string {
  switch (change.step) {
    case 'app-subscription': {
      const added = change.added.length > 0 ? `, new fields: ${change.added.join(', ')}` : '';
      return `Subscribed the app to webhooks at ${withoutQuery(change.url)}${added}`;
    }
    case 'waba-subscription':
      return 'Subscribed the app to the WABA';
    case 'waba-override':
      return `Webhooks of the WABA go to ${withoutQuery(change.url)}`;
    case 'phone-override':
      return `Webhooks of the number go to ${withoutQuery(change.url)}`;
  }
}

function withoutQuery(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}
