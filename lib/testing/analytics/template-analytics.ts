import type { EmulatorState } from '../model/emulator-state';
import { isObject } from '../model/json';
import type { JsonObject } from '../model/json';
import type { UserMessage } from '../model/user-message';
import type { AnalyticsArguments } from './analytics-arguments';
import { periodOf } from './analytics-period';
import { messageFacts } from './message-facts';
import type { MessageFact } from './message-facts';
import { metricsOf, pivot } from './pivot';
import { money } from './rates';

/** A template that was sent, under the id that the analysis names it by. */
interface TemplateFact extends MessageFact {
  readonly key: string;
}

/** The points of templates or of groups of them. Metrics of apps and web sites have no figures here. */
export function templatePoints(
  args: AnalyticsArguments,
  { wabaId, member, keysOf, product }: TemplateAnalysis,
  state: EmulatorState,
): JsonObject[] {
  const period = periodOf(args, ['DAILY']);
  const names = new Set(args.list('metric_types').map((name) => name.toUpperCase()));
  const facts = messageFacts(state, wabaId).flatMap((fact): TemplateFact[] =>
    fact.template === undefined || !isOf(product, fact)
      ? []
      : keysOf(fact.template.id).map((key) => ({ ...fact, key })),
  );
  const answers = answersTo(state);
  const dimension = { name: 'ID', member, of: ({ key }: TemplateFact) => key };
  return pivot(facts, period, [dimension], (own) => metricsOf(names, figures(own, answers)));
}

/** What is analysed. */
export interface TemplateAnalysis {
  readonly wabaId: string;
  /** How the messages went out. @default any way */
  readonly product?: 'CLOUD_API' | 'MARKETING_MESSAGES_LITE_API' | undefined;
  /** Member of a point that names what it is about. */
  readonly member: string;
  /** The ids, of those that were asked for, that a template counts for. */
  readonly keysOf: (templateId: string) => readonly string[];
}

/** Whether a message went out by the product that is analysed. */
function isOf(product: TemplateAnalysis['product'], { isMarketingApi }: MessageFact): boolean {
  return product === undefined || isMarketingApi === (product === 'MARKETING_MESSAGES_LITE_API');
}

function figures(
  facts: readonly TemplateFact[],
  answers: ReadonlyMap<string, readonly UserMessage[]>,
): JsonObject {
  const delivered = facts.filter((fact) => fact.delivered).length;
  const spent = facts.reduce((sum, { cost }) => sum + cost, 0);
  const replies = facts.flatMap(({ id }) => answers.get(id) ?? []);
  const clicked = clicksIn(replies.filter(({ type }) => type === 'button'));
  return {
    sent: facts.length,
    delivered,
    read: facts.filter(({ read }) => read).length,
    replied: facts.filter(({ id }) => answers.has(id)).length,
    ...(clicked.length > 0 && { clicked }),
    cost: [
      { type: 'amount_spent', value: money(spent) },
      ...(delivered > 0 ? [{ type: 'cost_per_delivered', value: money(spent / delivered) }] : []),
    ],
  };
}

/** Taps on quick replies, by the text of the button. Users of the emulator open no links. */
function clicksIn(taps: readonly UserMessage[]): JsonObject[] {
  const counts = new Map<string, number>();
  for (const { text } of taps) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].map(([button_content, count]) => ({
    type: 'quick_reply_button',
    button_content,
    count,
  }));
}

/** What users answered, by the message that they answered. */
function answersTo(state: EmulatorState): Map<string, UserMessage[]> {
  const answers = new Map<string, UserMessage[]>();
  for (const message of state.userMessages.values()) {
    const { context } = message.payload;
    const id = isObject(context) ? context['id'] : undefined;
    if (typeof id === 'string') answers.set(id, [...(answers.get(id) ?? []), message]);
  }
  return answers;
}
