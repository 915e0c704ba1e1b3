import type { BusinessMessage } from '../model/business-message';
import type { EmulatorState } from '../model/emulator-state';
import type { EmulatedTemplate } from '../model/template-store';
import { countryOfPhone } from './calling-codes';
import { messageRate } from './rates';

const WINDOW_MS = 24 * 60 * 60 * 1000;

/** What analyses know of one message of the business. */
export interface MessageFact {
  readonly id: string;
  /** When it was accepted, milliseconds since the Unix epoch. */
  readonly at: number;
  /** Number that it was sent from: digits. */
  readonly phone: string;
  /** Whom it was sent to: a phone number, a user id or a group. */
  readonly chat: string;
  readonly country: string | undefined;
  readonly groupId: string | undefined;
  readonly isTemplate: boolean;
  /** Whether it went out by the Marketing Messages API. */
  readonly isMarketingApi: boolean;
  /** The template, as far as the account has it. */
  readonly template: EmulatedTemplate | undefined;
  /** Category of the price, e.g. `UTILITY` or `GROUP_SERVICE`. */
  readonly category: string;
  readonly pricingType: string;
  readonly delivered: boolean;
  readonly read: boolean;
  /** Price, once it is delivered. */
  readonly cost: number;
}

/** The messages that an account has sent, in order; not those that failed. */
export function messageFacts(state: EmulatorState, wabaId: string): MessageFact[] {
  return [...state.businessMessages.values()].flatMap((message) => {
    const number = state.numbers.get(message.phoneNumberId);
    if (number?.wabaId !== wabaId || message.status === 'failed') return [];
    const isTemplate = message.type === 'template';
    const template = isTemplate ? templateOf(message, wabaId, state) : undefined;
    const isMarketingApi = state.marketingMessageIds.has(message.id);
    const plain = isMarketingApi ? 'MARKETING_LITE' : categoryOf(isTemplate, template);
    const isFree = plain === 'SERVICE' || (plain === 'UTILITY' && isInWindow(message, state));
    const delivered = ['delivered', 'read', 'played'].includes(message.status);
    const group = message.groupId === undefined ? '' : 'GROUP_';
    const chat = message.groupId ?? message.waId ?? message.recipients[0]?.userId ?? '';
    return {
      id: message.id,
      at: message.at,
      phone: number.displayPhoneNumber,
      chat,
      country: countryOf(message),
      groupId: message.groupId,
      isTemplate,
      isMarketingApi,
      template,
      category: group + plain,
      pricingType: isFree ? `FREE_${group}CUSTOMER_SERVICE` : 'REGULAR',
      delivered,
      read: ['read', 'played'].includes(message.status),
      cost: delivered && !isFree ? messageRate(plain) : 0,
    };
  });
}

/** Templates that the account does not have count as utility. */
function categoryOf(isTemplate: boolean, template: EmulatedTemplate | undefined): string {
  return isTemplate ? (template?.category ?? 'UTILITY') : 'SERVICE';
}

function templateOf(
  { payload }: BusinessMessage,
  wabaId: string,
  state: EmulatorState,
): EmulatedTemplate | undefined {
  const { name, language } = payload.template ?? {};
  return name === undefined ? undefined : state.templates.find(wabaId, name, language?.code)[0];
}

/** Whether the user had written within 24 hours before. */
function isInWindow({ recipients, phoneNumberId, at }: BusinessMessage, state: EmulatorState): boolean {
  return recipients.some((user) =>
    state
      .personOf(user)
      ?.sent.some(
        (sent) => sent.phoneNumberId === phoneNumberId && sent.at <= at && sent.at > at - WINDOW_MS,
      ),
  );
}

/** The country of whom it was sent to: by the phone number, else by the user id. Groups have none. */
function countryOf({ groupId, waId, recipients, payload }: BusinessMessage): string | undefined {
  if (groupId !== undefined) return undefined;
  const phone = waId ?? recipients[0]?.phone;
  if (phone !== undefined) return countryOfPhone(phone)?.country;
  return /^([A-Z]{2})\./.exec(recipients[0]?.userId ?? payload.recipient ?? '')?.[1];
}
