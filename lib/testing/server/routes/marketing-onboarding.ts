import { GraphRefusal } from '../graph-refusal';
import { requireThat } from '../required';
import type { RouteHandler } from '../route.interface';

const INTERVALS = ['L1D', 'L7D', 'L14D', 'L28D'];

/** Prices of 1000 deliveries that are estimated, in the smallest unit of the currency. */
const BIDS = [500, 1000, 2000];

/** `POST /{business}/onboard_partners_to_mm_lite`: a business is invited once, by whichever partner. */
export const inviteToMarketingMessages: RouteHandler = ({ id }, { state }) => {
  const portfolio = state.accounts.portfolio(id);
  if (portfolio.invited)
    throw new GraphRefusal(1752041, { userMessage: 'The business was invited to onboarding already.' });
  portfolio.invited = true;
  return { body: { request_id: state.ids.node() } };
};

/** `GET /{waba}/reachestimate`: the same figures whatever the countries are. */
export const estimateReach: RouteHandler = ({ id, query }, { state }) => {
  requireThat(query.get('targeting_spec')?.startsWith('{') === true, 'targeting_spec must be a JSON object');
  requireThat(
    INTERVALS.includes(query.get('date_interval') ?? ''),
    `date_interval must be one of {${INTERVALS.join(', ')}}`,
  );
  const estimates = BIDS.map((bid, index) => ({
    bid_amount: bid,
    users: 1000,
    deliveries_lower_bound: 300 * (index + 1),
    deliveries_upper_bound: 330 * (index + 1),
    cost_lower_bound: (bid * 300 * (index + 1)) / 1000,
    cost_upper_bound: (bid * 330 * (index + 1)) / 1000,
  }));
  return { body: { waba_currency: state.accounts.of(id).currency, estimates } };
};
