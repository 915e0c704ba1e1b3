import {
  absent,
  all,
  exactlyOne,
  filledObject,
  integer,
  list,
  object,
  oneOf,
  pattern,
  someText,
  text,
  url,
} from './checks';
import type { Check } from './checks';
import type { Extra, InteractiveKind } from './interactive-kind';
import { may, need, resolve, unique } from './rule';
import type { Rule } from './rule';

const ACTION = 'interactive.action';
const PARAMETERS = `${ACTION}.parameters`;

const needBody = (max = 1024): readonly Rule[] => [
  need('interactive.body', object),
  need('interactive.body.text', text(1, max)),
];
const mayHaveBody: Rule = may('interactive.body.text', text(1, 1024));
const noHeader: Rule = may('interactive.header', absent);
const noFooter: Rule = may('interactive.footer', absent);
const textHeader: Rule = may('interactive.header.type', oneOf('text'));
const named = (name: string): Rule => need(`${ACTION}.name`, oneOf(name));

const tidyId: Check = all(text(1, 256), pattern(/^\S(?:.*\S)?$/su, 'without blanks at its ends'));

const total =
  (at: string, max: number): Extra =>
  (body) => {
    const count = resolve(body, at).length;
    return count <= max ? undefined : { code: 131009, details: `${at} count invalid. Max allowed: ${max}` };
  };

const titlesIfMany: Extra = (body) => {
  const titles = resolve(body, `${ACTION}.sections[].title`);
  const missing = titles.length > 1 ? titles.find(({ value }) => !value) : undefined;
  return (
    missing && {
      code: 131008,
      details: `Parameter '${missing.path}' is mandatory with more than one section.`,
    }
  );
};

const oneOfFlow: Extra = (body) => {
  const problem = exactlyOne('flow_id', 'flow_name')(resolve(body, PARAMETERS)[0]?.value);
  return problem === undefined ? undefined : { code: 131009, details: `${PARAMETERS} ${problem}` };
};

const payloadOnlyToNavigate: Extra = (body) => {
  const [action, payload] = ['flow_action', 'flow_action_payload'].map(
    (key) => resolve(body, `${PARAMETERS}.${key}`)[0]?.value,
  );
  return action === 'data_exchange' && payload !== undefined
    ? { code: 131009, details: 'flow_action_payload is not allowed with flow_action data_exchange' }
    : undefined;
};

/** Rules of the kinds of interactive messages; those with cards and payments have files of their own. */
export const INTERACTIVE_RULES: Readonly<Record<string, InteractiveKind>> = {
  button: {
    rules: [
      ...needBody(),
      need(`${ACTION}.buttons`, list(1, 3)),
      need(`${ACTION}.buttons[].type`, oneOf('reply')),
      need(`${ACTION}.buttons[].reply`, object),
      need(`${ACTION}.buttons[].reply.id`, tidyId),
      need(`${ACTION}.buttons[].reply.title`, text(1, 20)),
    ],
    extras: [unique(`${ACTION}.buttons[].reply.id`), unique(`${ACTION}.buttons[].reply.title`)],
  },
  list: {
    rules: [
      ...needBody(4096),
      textHeader,
      need(`${ACTION}.button`, text(1, 20)),
      need(`${ACTION}.sections`, list(1, 10)),
      may(`${ACTION}.sections[].title`, text(0, 24)),
      need(`${ACTION}.sections[].rows`, list(1, 10)),
      need(`${ACTION}.sections[].rows[].id`, text(1, 200)),
      need(`${ACTION}.sections[].rows[].title`, text(1, 24)),
      may(`${ACTION}.sections[].rows[].description`, text(0, 72)),
    ],
    extras: [
      titlesIfMany,
      total(`${ACTION}.sections[].rows[]`, 10),
      unique(`${ACTION}.sections[].rows[].id`),
    ],
  },
  cta_url: {
    rules: [
      ...needBody(),
      named('cta_url'),
      need(PARAMETERS, object),
      need(`${PARAMETERS}.display_text`, text(1, 20)),
      need(`${PARAMETERS}.url`, url),
    ],
  },
  flow: {
    rules: [
      ...needBody(),
      named('flow'),
      need(PARAMETERS, object),
      need(`${PARAMETERS}.flow_message_version`, oneOf('3')),
      need(`${PARAMETERS}.flow_cta`, text(1, 30)),
      may(`${PARAMETERS}.mode`, oneOf('draft', 'published')),
      may(`${PARAMETERS}.flow_action`, oneOf('navigate', 'data_exchange')),
      may(`${PARAMETERS}.flow_action_payload`, object),
      may(`${PARAMETERS}.flow_action_payload.screen`, someText),
      may(`${PARAMETERS}.flow_action_payload.data`, filledObject),
    ],
    extras: [oneOfFlow, payloadOnlyToNavigate],
  },
  product: {
    rules: [
      mayHaveBody,
      noHeader,
      need(`${ACTION}.catalog_id`, someText),
      need(`${ACTION}.product_retailer_id`, someText),
    ],
  },
  product_list: {
    rules: [
      ...needBody(),
      need('interactive.header', object),
      textHeader,
      need(`${ACTION}.catalog_id`, someText),
      need(`${ACTION}.sections`, list(1, 10)),
      may(`${ACTION}.sections[].title`, text(0, 24)),
      need(`${ACTION}.sections[].product_items`, list(1, 30)),
      need(`${ACTION}.sections[].product_items[].product_retailer_id`, someText),
    ],
    extras: [titlesIfMany, total(`${ACTION}.sections[].product_items[]`, 30)],
  },
  catalog_message: {
    rules: [
      ...needBody(),
      noHeader,
      named('catalog_message'),
      may(`${PARAMETERS}.thumbnail_product_retailer_id`, someText),
    ],
  },
  location_request_message: { rules: [...needBody(), noHeader, noFooter, named('send_location')] },
  address_message: {
    rules: [
      ...needBody(),
      named('address_message'),
      need(PARAMETERS, object),
      need(`${PARAMETERS}.country`, oneOf('IN', 'SG')),
      may(`${PARAMETERS}.values.in_pin_code`, text(0, 6)),
    ],
  },
  call_permission_request: { rules: [mayHaveBody, noHeader, noFooter, named('call_permission_request')] },
  voice_call: {
    rules: [
      ...needBody(),
      named('voice_call'),
      may(`${PARAMETERS}.display_text`, text(1, 20)),
      may(`${PARAMETERS}.ttl_minutes`, integer(1, 43_200)),
      may(`${PARAMETERS}.payload`, text(0, 512)),
    ],
  },
  request_contact_info: { rules: [...needBody(), named('request_contact_info')] },
};
