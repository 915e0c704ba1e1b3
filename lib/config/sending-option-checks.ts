import type { Report } from './option-checks';
import { checkBoolean, checkChoice, checkInteger } from './option-checks';
import type { WhatsAppModuleOptions } from './whatsapp-options.interface';

/** How sends are paced. */
export function checkPacing(report: Report, { pacing }: WhatsAppModuleOptions): void {
  if (!isGroup(report, 'pacing', pacing)) return;
  checkInteger(report, 'pacing.messagesPerSecond', pacing.messagesPerSecond, 1);
  checkBoolean(report, 'pacing.pairs', pacing.pairs);
  checkInteger(report, 'pacing.maxQueue', pacing.maxQueue, 1);
  checkInteger(report, 'pacing.maxWaitMs', pacing.maxWaitMs, 1);
  checkMethods(report, 'pacing.pacer', pacing.pacer, ['acquire', 'report']);
}

/** How windows are tracked. */
export function checkWindow(report: Report, { window }: WhatsAppModuleOptions): void {
  if (!isGroup(report, 'window', window)) return;
  checkChoice(report, 'window.outsideWindow', window.outsideWindow, ['try', 'throw']);
  checkInteger(report, 'window.maxUsers', window.maxUsers, 1);
  checkMethods(report, 'window.store', window.store, ['get', 'put']);
}

/** Whether the group of options is there. `true` is a likely slip. */
function isGroup<T extends object>(report: Report, option: string, value: T | undefined): value is T {
  if (value == null) return false;
  if (typeof value === 'object') return true;
  report(option, 'must be an object; `{}` switches it on');
  return false;
}

function checkMethods(report: Report, option: string, value: unknown, methods: readonly string[]): void {
  if (value === undefined) return;
  const given = value as Readonly<Record<string, unknown>> | null;
  if (methods.every((method) => typeof given?.[method] === 'function')) return;
  report(option, `must have the methods ${methods.map((method) => `\`${method}\``).join(' and ')}`);
}
