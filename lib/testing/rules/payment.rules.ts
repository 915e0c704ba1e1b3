import { isObject, objectsOf } from '../model/json';
import type { JsonObject } from '../model/json';
import { integer, list, object, oneOf, pattern, text } from './checks';
import type { Extra, InteractiveKind } from './interactive-kind';
import { may, need, resolve } from './rule';
import type { Problem, Rule } from './rule';

const PARAMETERS = 'interactive.action.parameters';
const ORDER = `${PARAMETERS}.order`;

const ORDER_STATUSES = [
  'pending',
  'processing',
  'partially_shipped',
  'partially-shipped',
  'shipped',
  'completed',
  'canceled',
];
const MAX_AMOUNT = Number.MAX_SAFE_INTEGER;

/** An amount in hundredths of the currency. */
const amount = (at: string, min = 0): readonly Rule[] => [
  need(`${at}.value`, integer(min, MAX_AMOUNT)),
  need(`${at}.offset`, integer(100, 100)),
  may(`${at}.description`, text(0, 60)),
];

const reference = (at: string): Rule =>
  need(at, pattern(/^[A-Za-z0-9_.-]{1,60}$/, 'up to 60 letters, digits, _ . -'));
const body: readonly Rule[] = [
  need('interactive.body', object),
  need('interactive.body.text', text(1, 1024)),
];

const wrong = (details: string): Problem => ({ code: 131009, details });
const valueOf = (amountObject: unknown): number => {
  const value = isObject(amountObject) ? amountObject['value'] : undefined;
  return typeof value === 'number' ? value : 0;
};

/** The total must be the sum of its parts. */
const sums: Extra = (message) => {
  const parameters = resolve(message, PARAMETERS)[0]?.value;
  const order = isObject(parameters) ? parameters['order'] : undefined;
  if (!isObject(parameters) || !isObject(order)) return undefined;
  const [subtotal, tax, shipping, discount] = ['subtotal', 'tax', 'shipping', 'discount'].map((key) =>
    valueOf(order[key]),
  );
  const total = (subtotal ?? 0) + (tax ?? 0) + (shipping ?? 0) - (discount ?? 0);
  if (valueOf(parameters['total_amount']) !== total) {
    return wrong('total_amount must be subtotal + tax + shipping - discount');
  }
  return itemSums(objectsOf(order['items']), subtotal ?? 0);
};

/** Meta's pages count with or without the sale price. */
function itemSums(items: readonly JsonObject[], subtotal: number): Problem | undefined {
  const sum = (price: (item: JsonObject) => unknown): number =>
    items.reduce((all, item) => all + valueOf(price(item)) * Number(item['quantity']), 0);
  const withSales = sum((item) => item['sale_amount'] ?? item['amount']);
  const without = sum((item) => item['amount']);
  return subtotal === withSales || subtotal === without
    ? undefined
    : wrong('subtotal must be the sum of the prices and quantities of the items');
}

/** Rules of `order_details`. */
export const ORDER_DETAILS: InteractiveKind = {
  rules: [
    ...body,
    need('interactive.action.name', oneOf('review_and_pay')),
    need(PARAMETERS, object),
    reference(`${PARAMETERS}.reference_id`),
    need(`${PARAMETERS}.type`, oneOf('digital-goods', 'physical-goods')),
    need(`${PARAMETERS}.currency`, oneOf('INR', 'BRL')),
    may(`${PARAMETERS}.payment_configuration`, text(1, 60)),
    need(`${PARAMETERS}.total_amount`, object),
    ...amount(`${PARAMETERS}.total_amount`, 1),
    need(ORDER, object),
    need(`${ORDER}.status`, oneOf('pending')),
    need(`${ORDER}.items`, list(1, 999)),
    need(`${ORDER}.items[].name`, text(1, 60)),
    need(`${ORDER}.items[].quantity`, integer(1, MAX_AMOUNT)),
    need(`${ORDER}.items[].amount`, object),
    ...amount(`${ORDER}.items[].amount`),
    ...amount(`${ORDER}.items[].sale_amount`),
    need(`${ORDER}.subtotal`, object),
    ...amount(`${ORDER}.subtotal`),
    need(`${ORDER}.tax`, object),
    ...amount(`${ORDER}.tax`),
    ...amount(`${ORDER}.shipping`),
    ...amount(`${ORDER}.discount`),
    may(`${ORDER}.expiration.timestamp`, pattern(/^\d+$/, 'Unix seconds as text')),
    may(`${ORDER}.expiration.description`, text(0, 120)),
  ],
  extras: [sums],
};

/** Rules of `order_status`. */
export const ORDER_STATUS: InteractiveKind = {
  rules: [
    ...body,
    need('interactive.action.name', oneOf('review_order')),
    need(PARAMETERS, object),
    reference(`${PARAMETERS}.reference_id`),
    need(ORDER, object),
    need(`${ORDER}.status`, oneOf(...ORDER_STATUSES)),
    may(`${ORDER}.description`, text(0, 120)),
  ],
};
