import type { FlowActionJson } from './action-json';
import type { FlowActionName, Rule } from './rule';
import { object, openOneOf, payload, required, text } from './rules';
import type { FlowJsonVersion } from './versions';

/** One action: the version that introduced it and its properties besides `name`. */
export interface FlowActionSpec {
  readonly since: FlowJsonVersion;
  readonly props: { readonly [property: string]: Rule };
}

/** Every action. */
export const FLOW_ACTIONS = {
  navigate: {
    since: '2.1',
    props: {
      next: required(object({ type: required(openOneOf('screen', 'plugin')), name: required(text()) })),
      payload: payload(),
    },
  },
  complete: { since: '2.1', props: { payload: payload() } },
  data_exchange: { since: '2.1', props: { payload: payload() } },
  update_data: { since: '6.0', props: { payload: required(payload()) } },
  open_url: { since: '6.0', props: { url: required(text()) } },
} as const satisfies {
  readonly [N in FlowActionName]: FlowActionSpec & {
    readonly props: { readonly [P in Exclude<keyof Extract<FlowActionJson, { name: N }>, 'name'>]: Rule };
  };
};
