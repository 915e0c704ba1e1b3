import fc from 'fast-check';
import { WhatsAppConfigurationError } from '../../../lib/errors/configuration.error';
import type {
  SubscriptionPlan,
  SubscriptionState,
  WantedSubscription,
} from '../../../lib/subscription/subscription-plan';
import { planSubscription } from '../../../lib/subscription/subscription-plan';

const HERE = 'https://example.com/hook';
const THERE = 'https://other.example.com/hook';
const nothing: SubscriptionState = {
  app: undefined,
  subscribed: false,
  wabaOverride: undefined,
  phoneOverride: undefined,
};
const wanted: WantedSubscription = { url: HERE, scope: 'app', fields: ['messages'], replaceUrl: false };

/** What the platform looks like after a plan. */
function after(state: SubscriptionState, { changes }: SubscriptionPlan): SubscriptionState {
  return changes.reduce<SubscriptionState>((now, change) => {
    switch (change.step) {
      case 'app-subscription':
        return { ...now, app: { url: change.url, active: true, fields: change.fields } };
      case 'waba-subscription':
        return { ...now, subscribed: true, wabaOverride: undefined };
      case 'waba-override':
        return { ...now, wabaOverride: change.url };
      case 'phone-override':
        return { ...now, phoneOverride: change.url };
    }
  }, state);
}

const url = fc.constantFrom(HERE, THERE);
const fields = fc.uniqueArray(fc.constantFrom('messages', 'calls', 'flows'), { minLength: 1 });
const anyState: fc.Arbitrary<SubscriptionState> = fc.record({
  app: fc.option(fc.record({ url: fc.option(url, { nil: undefined }), active: fc.boolean(), fields }), {
    nil: undefined,
  }),
  subscribed: fc.boolean(),
  wabaOverride: fc.option(url, { nil: undefined }),
  phoneOverride: fc.option(url, { nil: undefined }),
});
const anyWish: fc.Arbitrary<WantedSubscription> = fc.record({
  url: fc.constant(HERE),
  scope: fc.constantFrom('app', 'waba', 'phone'),
  fields,
  replaceUrl: fc.constant(true),
});

describe('planSubscription', () => {
  it('does every step, in the order that Meta needs', () => {
    expect(planSubscription(nothing, { ...wanted, scope: 'waba' }).changes).toEqual([
      { step: 'app-subscription', url: HERE, fields: ['messages'], added: ['messages'] },
      { step: 'waba-subscription' },
      { step: 'waba-override', url: HERE },
    ]);
  });

  it('keeps the fields that are there', () => {
    const state = { ...nothing, app: { url: HERE, active: true, fields: ['flows'] }, subscribed: true };
    expect(planSubscription(state, wanted).changes).toEqual([
      { step: 'app-subscription', url: HERE, fields: ['flows', 'messages'], added: ['messages'] },
    ]);
  });

  it('leaves an app with another URL alone unless it is told to take it over', () => {
    const state = { ...nothing, app: { url: THERE, active: true, fields: ['messages'] }, subscribed: true };
    expect(() => planSubscription(state, wanted)).toThrow(WhatsAppConfigurationError);
    expect(planSubscription(state, { ...wanted, replaceUrl: true }).changes).toMatchObject([
      { step: 'app-subscription', url: HERE, added: [] },
    ]);
  });

  it('never moves the URL of the app for one WABA or number', () => {
    fc.assert(
      fc.property(anyState, anyWish, (state, wish) => {
        fc.pre(wish.scope !== 'app' && state.app?.url !== undefined);
        expect(after(state, planSubscription(state, wish)).app?.url).toBe(state.app?.url);
      }),
    );
  });

  it('wakes a subscription that is not active', () => {
    const state = { ...nothing, app: { url: HERE, active: false, fields: ['messages'] }, subscribed: true };
    expect(planSubscription(state, wanted).changes).toHaveLength(1);
  });

  it('is done after one run, whatever was there', () => {
    fc.assert(
      fc.property(anyState, anyWish, (state, wish) => {
        const done = after(state, planSubscription(state, wish));
        expect(planSubscription(done, wish).changes).toEqual([]);
        expect(done.subscribed).toBe(true);
        expect(done.app?.fields).toEqual(expect.arrayContaining([...wish.fields]));
        expect(done.app?.fields).toEqual(expect.arrayContaining([...(state.app?.fields ?? [])]));
      }),
    );
  });

  it('takes the same URL written differently for the same', () => {
    const state = {
      ...nothing,
      app: { url: 'https://EXAMPLE.com:443/hook', active: true, fields: ['messages'] },
    };
    expect(planSubscription({ ...state, subscribed: true }, wanted).changes).toEqual([]);
  });

  it('warns of overrides that catch the webhooks first', () => {
    const overridden = { ...nothing, wabaOverride: THERE, phoneOverride: THERE };
    expect(planSubscription(overridden, wanted).warnings).toHaveLength(2);
    expect(planSubscription(overridden, { ...wanted, scope: 'waba' }).warnings).toHaveLength(1);
    expect(planSubscription(overridden, { ...wanted, scope: 'phone' }).warnings).toEqual([]);
    expect(
      planSubscription({ ...overridden, wabaOverride: HERE, phoneOverride: HERE }, wanted).warnings,
    ).toEqual([]);
  });
});
