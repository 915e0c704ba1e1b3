import { Injectable } from '@nestjs/common';
import { WhatsAppConfigurationError } from '../../errors/configuration.error';
import type { FlowAnswer, FlowRequest } from './flow-request';
import type { FlowRequestFilter } from './on-flow-request.decorator';

/** A method that answers requests. */
export interface FlowHandler {
  /** `Class.method`. */
  readonly id: string;
  readonly filter: FlowRequestFilter;
  readonly run: (request: FlowRequest) => Promise<FlowAnswer>;
}

interface Entry extends FlowHandler {
  readonly screens: readonly string[] | undefined;
  readonly actions: readonly string[] | undefined;
  /** How much the filter asks for. */
  readonly weight: number;
}

/** The handlers of one endpoint, and which of them takes a request. */
@Injectable()
export class FlowHandlersRegistry {
  private entries: readonly Entry[] = [];

  /** @throws WhatsAppConfigurationError when two handlers ask for the same, or for what cannot be */
  set(handlers: readonly FlowHandler[]): void {
    const seen = new Map<string, string>();
    for (const { id, filter } of handlers) {
      checkScreens(id, filter);
      for (const key of keysOf(filter)) {
        const other = seen.get(key);
        if (other !== undefined) throw ambiguous(other, id);
        seen.set(key, id);
      }
    }
    this.entries = handlers.map(toEntry).sort((a, b) => b.weight - a.weight);
  }

  get size(): number {
    return this.entries.length;
  }

  /** Whether handlers ask for flows by name. */
  get byName(): boolean {
    return this.entries.some(({ filter }) => filter.name !== undefined);
  }

  /**
   * The handler that asks for most of those that fit.
   * @throws WhatsAppConfigurationError when several flows could be meant
   */
  find(request: FlowRequest): FlowHandler | undefined {
    const fitting = this.entries.filter((entry) => fits(entry, request));
    const [best, ...others] = fitting;
    const rival = others.find((other) => best && other.weight === best.weight);
    if (best && rival) throw ambiguous(best.id, rival.id);
    return best;
  }

  /** One line for each handler, for the log. */
  describe(): string {
    const lines = this.entries.map(({ id, screens, actions, filter }) => {
      const what = [filter.name, screens?.join('|') ?? 'any screen', actions?.join('|') ?? 'any action'];
      return `  ${what.filter(Boolean).join(', ')}: ${id}`;
    });
    return lines.join('\n');
  }
}

function toEntry(handler: FlowHandler): Entry {
  const { flow, name, screen, action } = handler.filter;
  const asked = screen === undefined ? undefined : [screen].flat();
  const weight =
    (name === undefined ? 0 : 8) +
    (asked ? 4 : 0) +
    (action === undefined ? 0 : 2) +
    (flow === undefined ? 0 : 1);
  return {
    ...handler,
    screens: asked ?? flow?.screens.map(({ id }) => id),
    actions: action === undefined ? undefined : [action].flat(),
    weight,
  };
}

function fits({ screens, actions, filter }: Entry, request: FlowRequest): boolean {
  if (filter.name !== undefined && filter.name !== request.flowName) return false;
  if (actions && !actions.includes(request.action)) return false;
  if (!screens) return true;
  // A flow that is opened has no screen yet on most clients.
  if (request.screen === undefined) return filter.screen === undefined;
  return screens.includes(request.screen);
}

/** What a handler asks for, one key for each combination. */
function keysOf({ flow, name = '', screen, action }: FlowRequestFilter): string[] {
  const scope = flow?.screens.map(({ id }) => id).join() ?? '';
  const screens = [screen ?? '*'].flat();
  const actions: readonly string[] = [action ?? '*'].flat();
  return screens.flatMap((id) => actions.map((what) => [name, scope, id, what].join('\n')));
}

function checkScreens(id: string, { flow, screen }: FlowRequestFilter): void {
  const known = flow?.screens.map((each) => each.id);
  const unknown = known && [screen ?? []].flat().find((each) => !known.includes(each));
  if (unknown === undefined) return;
  throw new WhatsAppConfigurationError(`@OnFlowRequest on ${id}: the flow has no screen "${unknown}".`);
}

function ambiguous(one: string, other: string): WhatsAppConfigurationError {
  return new WhatsAppConfigurationError(
    `@OnFlowRequest on ${one} and on ${other} take the same requests. Give them different screens or actions; tell flows ` +
      'apart with `name` and the option `flowOf`, or with `endpoint`.',
  );
}
