import { Inject, Injectable } from '@nestjs/common';
import { WHATSAPP_OPTIONS } from '../config/whatsapp.constants';
import type { WhatsAppModuleOptions } from '../config/whatsapp-options.interface';
import type { WhatsAppEventHandlerOptions } from './event-handler-options.interface';
import { WHATSAPP_EVENT_NAMES } from './event-names';
import { ANY_NAME, bindHandler } from './handler-binding';
import type { ChainLink, HandlerBinding, HandlerRecord } from './handler-record.interface';

const NO_LINKS: readonly ChainLink[] = [];

/**
 * Who handles which event. Each event name has its own chain, compiled when handlers come and go, so that the cost of an
 * event does not depend on how many handlers other events have. Chains are replaced and never changed: a dispatch that
 * is under way keeps the one it began with.
 */
@Injectable()
export class EventHandlersRegistry {
  private readonly names: ReadonlySet<string>;
  private readonly chains = new Map<string, readonly ChainLink[]>();
  private added = 0;

  constructor(@Inject(WHATSAPP_OPTIONS) options: WhatsAppModuleOptions) {
    this.names = new Set([...WHATSAPP_EVENT_NAMES, ...(options.customEvents ?? [])]);
  }

  /** True for Meta's events and for the `customEvents` of the options. */
  knows(name: string): boolean {
    return this.names.has(name);
  }

  /** @throws WhatsAppConfigurationError when a pattern does not exist */
  bind(patterns: readonly string[], options: WhatsAppEventHandlerOptions): HandlerBinding {
    return bindHandler(patterns, options, [...this.names]);
  }

  /** The handlers of an event, first to last. */
  chainFor(name: string): readonly ChainLink[] {
    return this.chains.get(name) ?? this.chains.get(ANY_NAME) ?? NO_LINKS;
  }

  /** Takes handlers in. Among equal priorities, those that came first run first. */
  add(handlers: readonly HandlerRecord[]): void {
    const links = new Map<string, ChainLink[]>();
    for (const handler of handlers) {
      const order = this.added++;
      for (const [name, bindings] of groupByName(handler.bindings)) {
        const link = { handler, order, ...combine(bindings) };
        const sameName = links.get(name);
        if (sameName) sameName.push(link);
        else links.set(name, [link]);
      }
    }
    for (const [name, added] of links) {
      const chain = [...(this.chains.get(name) ?? NO_LINKS), ...added];
      this.chains.set(
        name,
        chain.sort((a, b) => b.priority - a.priority || a.order - b.order),
      );
    }
  }

  /** Takes a handler out again. */
  remove(handler: HandlerRecord): void {
    for (const name of groupByName(handler.bindings).keys()) {
      const rest = this.chains.get(name)?.filter((link) => link.handler !== handler);
      if (rest?.length) this.chains.set(name, rest);
      else this.chains.delete(name);
    }
  }
}

function groupByName(bindings: readonly HandlerBinding[]): Map<string, HandlerBinding[]> {
  const groups = new Map<string, HandlerBinding[]>();
  for (const binding of bindings) {
    for (const name of binding.names) {
      const group = groups.get(name);
      if (group) group.push(binding);
      else groups.set(name, [binding]);
    }
  }
  return groups;
}

/** A handler that several declarations bind to one event runs once: when any of them takes it, at the highest priority. */
function combine(bindings: readonly HandlerBinding[]): Pick<ChainLink, 'priority' | 'accepts'> {
  const priority = Math.max(...bindings.map((binding) => binding.priority));
  const predicates = bindings.flatMap(({ accepts }) => accepts ?? []);
  if (predicates.length < bindings.length) return { priority, accepts: undefined };
  const [only] = predicates;
  return {
    priority,
    accepts: predicates.length === 1 ? only : (event) => predicates.some((fits) => fits(event)),
  };
}
