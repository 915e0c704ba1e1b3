import type { HandlerBinding, HandlerRecord } from './handler-record.interface';

/** The handlers as a block of text for the log: pattern, handler, and what sets it apart. */
export function renderHandlerTable(handlers: readonly HandlerRecord[]): string {
  const rows = handlers.flatMap(({ id, bindings }) =>
    bindings.map((binding) => ({
      patterns: binding.patterns.join(', '),
      handler: `${id}${noteOf(binding)}`,
    })),
  );
  const width = Math.min(60, Math.max(...rows.map(({ patterns }) => patterns.length)));
  const lines = rows.map(({ patterns, handler }) => `  ${patterns.padEnd(width)}  ${handler}`);
  return [`${handlers.length} event handler${handlers.length === 1 ? '' : 's'}:`, ...lines].join('\n');
}

function noteOf({ priority, accepts }: HandlerBinding): string {
  const notes = [priority === 0 ? '' : `priority ${priority}`, accepts ? 'filtered' : ''].filter(Boolean);
  return notes.length > 0 ? ` (${notes.join(', ')})` : '';
}
