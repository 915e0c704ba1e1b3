import type { EmulatedGroup } from '../model/emulated-group';
import type { EmulatorState } from '../model/emulator-state';
import type { JsonObject } from '../model/json';
import type { AnalyticsArguments } from './analytics-arguments';
import { periodOf } from './analytics-period';
import { messageFacts } from './message-facts';
import { metricsOf, pivot } from './pivot';

interface GroupFact {
  readonly at: number;
  readonly sent: number;
  readonly delivered: number;
  readonly read: number;
  readonly joined: number;
  readonly left: number;
}

/** The points of a group: its messages, and who came and went. */
export function groupPoints(
  args: AnalyticsArguments,
  group: EmulatedGroup,
  wabaId: string,
  state: EmulatorState,
): JsonObject[] {
  const period = periodOf(args, ['DAILY']);
  const names = new Set(args.list('metric_types').map((name) => name.toUpperCase()));
  const none = { sent: 0, delivered: 0, read: 0, joined: 0, left: 0 };
  const facts: GroupFact[] = [
    ...messageFacts(state, wabaId)
      .filter(({ groupId }) => groupId === group.id)
      .map(({ at, delivered, read }) => ({
        ...none,
        at,
        sent: 1,
        delivered: Number(delivered),
        read: Number(read),
      })),
    ...(group.movements ?? []).map((movement) => ({ ...none, ...movement })),
  ];
  const sum = (own: readonly GroupFact[], member: keyof GroupFact): number =>
    own.reduce((total, fact) => total + fact[member], 0);
  return pivot(facts, period, [], (own) => ({
    group_id: group.id,
    ...metricsOf(names, {
      sent: sum(own, 'sent'),
      delivered: sum(own, 'delivered'),
      read: sum(own, 'read'),
      participants_joined: sum(own, 'joined'),
      participants_left: sum(own, 'left'),
    }),
  }));
}
