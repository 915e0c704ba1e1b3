import type { EmulatedNumber } from '../model/emulated-number.interface';
import type { EmulatorState } from '../model/emulator-state';
import type { JsonObject } from '../model/json';
import { GraphRefusal } from './graph-refusal';
import { templateOf } from './template-check';

/** Whether an account sends through the Marketing Messages API. */
function isOnboarded({ wabaId }: EmulatedNumber, { accounts }: EmulatorState): boolean {
  return accounts.of(wabaId).marketingMessagesOnboardingStatus === 'ONBOARDED';
}

/**
 * The Marketing Messages API takes marketing templates alone, and not of every account.
 * @throws GraphRefusal
 */
export function checkMarketingTemplate(body: JsonObject, number: EmulatedNumber, state: EmulatorState): void {
  const template = templateOf(body, number, state);
  if (template && template.category !== 'MARKETING') {
    throw new GraphRefusal(134100, {
      details: `template ${template.name} is of category ${template.category}`,
    });
  }
  if (isOnboarded(number, state)) return;
  if (body['product_policy'] === 'STRICT') {
    throw new GraphRefusal(134102, {
      details: 'The account is not onboarded to the Marketing Messages API.',
    });
  }
  checkCloudApi(body, number, state);
}

/**
 * Accounts may keep marketing templates from going out through the Cloud API.
 * @throws GraphRefusal
 */
export function checkCloudApi(body: JsonObject, number: EmulatedNumber, state: EmulatorState): void {
  const { settings } = state.accounts.of(number.wabaId);
  if (settings['disable_marketing_messages_on_cloud_api'] !== true) return;
  if (templateOf(body, number, state)?.category !== 'MARKETING') return;
  throw new GraphRefusal(131063, {
    details: 'The account sends marketing templates by marketing_messages only.',
  });
}
