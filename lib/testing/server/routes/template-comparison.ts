import { AnalyticsArguments } from '../../analytics/analytics-arguments';
import { messageFacts } from '../../analytics/message-facts';
import { unknownNode } from '../graph-refusal';
import { requireThat } from '../required';
import type { RouteHandler } from '../route.interface';
import { templateOf } from './template-node';

const DAY_S = 24 * 60 * 60;
const DAYS = [7, 30, 60, 90];

/**
 * `GET /{template}/compare`: with one other template, over 7, 30, 60 or 90 days. Meta wants 1000 sends of each; here any
 * number will do. Users of the emulator block nobody, so that all templates have the same rate of blocks.
 */
export const compareTemplates: RouteHandler = (request, context) => {
  const { state } = context;
  const template = templateOf(request, context);
  const args = new AnalyticsArguments((name) => request.query.get(name) ?? undefined);
  const [otherId, ...more] = args.list('template_ids');
  requireThat(otherId !== undefined && more.length === 0, 'template_ids must have 1 item');
  if (state.templates.get(otherId)?.wabaId !== template.wabaId) throw unknownNode(request.method, otherId);
  const [start, end] = [Number(args.text('start')), Number(args.text('end'))];
  requireThat(DAYS.includes((end - start) / DAY_S), 'start and end must be 7, 30, 60 or 90 days apart');
  const facts = messageFacts(state, template.wabaId).filter(
    ({ at }) => at >= start * 1000 && at < end * 1000,
  );
  const ids = [template.id, otherId];
  const values = <T>(value: (id: string) => T): { key: string; value: T }[] =>
    ids.map((id) => ({ key: id, value: value(id) }));
  return {
    body: {
      data: [
        { metric: 'BLOCK_RATE', type: 'RELATIVE', order_by_relative_metric: ids },
        {
          metric: 'MESSAGE_SENDS',
          type: 'NUMBER_VALUES',
          number_values: values((id) => facts.filter((fact) => fact.template?.id === id).length),
        },
        {
          metric: 'TOP_BLOCK_REASON',
          type: 'STRING_VALUES',
          string_values: values(() => 'UNKNOWN_BLOCK_REASON'),
        },
      ],
    },
  };
};
