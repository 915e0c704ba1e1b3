import type { FlowIndex, IndexedScreen, PlacedComponent } from './flow-index';
import { actionsOf } from './flow-index';
import type { FlowReport } from './flow-report';
import { checkNavigate } from './navigate.check';
import { PayloadChecker } from './payload-checker';
import type { PlacedAction } from './payload-checker';
import type { ReferenceResolver } from './reference-resolver';

/** Checks what the actions do: where they lead and what they carry. */
export function checkActions(flow: FlowIndex, report: FlowReport, references: ReferenceResolver): void {
  const payloads = new PayloadChecker(report, references);
  for (const screen of flow.screens) {
    for (const component of screen.components) {
      for (const { action, path, listed } of actionsOf(component)) {
        const placed = { action, path, screen, component, listed };
        payloads.check(placed);
        checkOne(placed, flow, report);
        if (action['name'] === 'navigate') checkNavigate(placed, flow, report, payloads);
      }
      if (component.type === 'Footer') checkTerminalFooter(screen, component, report);
    }
  }
}

function checkOne(
  { action, path, screen, component }: PlacedAction,
  flow: FlowIndex,
  report: FlowReport,
): void {
  switch (action['name']) {
    case 'data_exchange':
      if (flow.endpoint) return;
      return report.error(
        'MISSING_REQUIRED_PROPERTY',
        `${path}.name`,
        'data_exchange needs data_api_version on the flow.',
      );
    case 'complete':
      if (screen.json['terminal'] === true || component.type !== 'Footer') return;
      return report.error(
        'INVALID_COMPLETE_ACTION',
        `${path}.name`,
        'complete is possible on a terminal screen only.',
      );
    case 'open_url':
      return checkUrl(action['url'], `${path}.url`, report);
    default:
      return;
  }
}

function checkUrl(url: unknown, path: string, report: FlowReport): void {
  if (typeof url !== 'string' || url.includes('${') || URL.canParse(url)) return;
  report.warn('INVALID_PROPERTY_VALUE_FORMAT', path, 'This should be a URL, e.g. https://example.com.');
}

function checkTerminalFooter(screen: IndexedScreen, footer: PlacedComponent, report: FlowReport): void {
  if (screen.json['terminal'] !== true) return;
  for (const { action, path } of actionsOf(footer)) {
    if (action['name'] !== 'navigate') continue;
    const message = 'The Footer of a terminal screen ends the flow: complete or data_exchange.';
    report.error('INVALID_PROPERTY_VALUE', `${path}.name`, message);
  }
}
