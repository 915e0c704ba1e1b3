import type { BusinessMessage } from '../../model/business-message';
import type { EmulatorState } from '../../model/emulator-state';
import { unixSeconds } from '../../model/graph-date';
import { isObject, objectsOf } from '../../model/json';
import type { JsonObject } from '../../model/json';
import type { EmulatedPayment } from '../../model/payment-book';
import { GraphRefusal } from '../graph-refusal';
import { plainText, requiredText, requireThat } from '../required';
import type { RouteHandler } from '../route.interface';
import { knownConfiguration } from './payment-configurations';

/** An order that was sent. */
interface Order {
  readonly parameters: JsonObject;
  /** Name of the payment configuration, where it has one. */
  readonly configuration: string | undefined;
  readonly at: number;
}

/** `GET /{phone}/payments/{configuration}/{reference}`: what became of the orders that were sent. */
export const findPayments: RouteHandler = ({ tail, number }, { state }) => {
  const [configuration = '', referenceId = ''] = tail.split('/').map(decodeURIComponent);
  const account = state.accounts.of(number.wabaId);
  knownConfiguration(account.paymentConfigurations, configuration);
  const order = orderOf(referenceId, number.phoneNumberId, state);
  if (order?.configuration !== configuration) return { body: { payments: [] } };
  return { body: { payments: [paymentNode(referenceId, order, account.payments.of(referenceId))] } };
};

/** `POST /{phone}/payments_refund`: of what was captured, in whole or in part. */
export const refundPayment: RouteHandler = async (request, { state }) => {
  const params = await request.params();
  const referenceId = requiredText(params, 'reference_id');
  const account = state.accounts.of(request.number.wabaId);
  knownConfiguration(account.paymentConfigurations, requiredText(params, 'payment_config_id'));
  const amount = isObject(params['amount']) ? params['amount'] : {};
  const [value, offset] = [Number(amount['value']), Number(amount['offset'])];
  requireThat(amount['currency'] === 'INR', 'amount.currency must be INR');
  requireThat(value > 0 && offset > 0, 'amount must have a value and an offset');
  const speed = plainText(params['speed']) ?? 'normal';
  requireThat(['instant', 'normal'].includes(speed), 'speed must be one of {instant, normal}');
  const payment = account.payments.of(referenceId);
  const order = orderOf(referenceId, request.id, state);
  if (!payment || !order)
    throw new GraphRefusal(100, { details: 'There is no captured payment of this reference id.' });
  const refunded = payment.refunds.reduce((sum, refund) => sum + refund.value / refund.offset, 0);
  requireThat(
    refunded + value / offset <= totalOf(order),
    'The refund is more than what is left of the payment',
  );
  const refund = { id: state.ids.node(), value, offset, speed, at: state.clock.now() };
  payment.refunds.push(refund);
  return { body: { id: refund.id, status: 'completed', speed_processed: speed } };
};

/** The last order of the number with a reference id. */
function orderOf(referenceId: string, phoneNumberId: string, state: EmulatorState): Order | undefined {
  return [...state.businessMessages.values()]
    .filter((message) => message.phoneNumberId === phoneNumberId)
    .map(orderIn)
    .findLast((order) => order?.parameters['reference_id'] === referenceId);
}

function orderIn({ payload, at }: BusinessMessage): Order | undefined {
  const { interactive, template } = payload;
  const parameters =
    interactive?.type === 'order_details'
      ? interactive.action?.['parameters']
      : orderDetailsIn(template?.components);
  if (!isObject(parameters)) return undefined;
  const gateway = objectsOf(parameters['payment_settings'])
    .map((setting) => setting['payment_gateway'])
    .find(isObject);
  const configuration = plainText(parameters['payment_configuration'] ?? gateway?.['configuration_name']);
  return { parameters, configuration, at };
}

/** The order in the button of a template. */
function orderDetailsIn(components: unknown): unknown {
  return objectsOf(components)
    .flatMap((component) => objectsOf(component['parameters']))
    .map(({ action }) => (isObject(action) ? action['order_details'] : undefined))
    .find(isObject);
}

function totalOf({ parameters }: Order): number {
  const { value, offset } = isObject(parameters['total_amount']) ? parameters['total_amount'] : {};
  return Number(value) / Number(offset);
}

function paymentNode(
  referenceId: string,
  { parameters }: Order,
  payment: EmulatedPayment | undefined,
): JsonObject {
  const head = {
    reference_id: referenceId,
    status: payment ? 'captured' : 'pending',
    currency: parameters['currency'],
    total_amount: parameters['total_amount'],
  };
  if (!payment) return { ...head, transactions: [] };
  const captured = unixSeconds(payment.capturedAt);
  const transaction = {
    id: `order_${referenceId}`,
    pg_transaction_id: `pay_${referenceId}`,
    type: parameters['payment_type'] ?? 'upi',
    status: 'success',
    created_timestamp: captured,
    updated_timestamp: unixSeconds(payment.refunds.at(-1)?.at ?? payment.capturedAt),
    method: { type: 'upi' },
    ...(payment.refunds.length > 0 && {
      refunds: payment.refunds.map(({ id, value, offset, speed, at }) => ({
        id,
        amount: { value, offset },
        speed_processed: speed,
        status: 'success',
        created_timestamp: unixSeconds(at),
        updated_timestamp: unixSeconds(at),
      })),
    }),
  };
  return { ...head, transactions: [transaction] };
}
