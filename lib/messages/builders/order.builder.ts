import type { OutboundOrderState, OutboundOrderStatus } from '../../wire/outbound/order';
import type { SendOrderDetailsInput } from '../dto/order-details.dto';
import type { SendOrderStatusInput } from '../dto/order-status.dto';
import { defined, mapped } from './defined';
import type { InteractiveMessage } from './interactive.builder';
import { body, footer, header, interactiveMessage } from './interactive.builder';

/** Order to pay for. */
export function buildOrderDetails(input: SendOrderDetailsInput): InteractiveMessage {
  return interactiveMessage(input, {
    type: 'order_details',
    ...header(input.header),
    ...body(input.body),
    ...footer(input.footer),
    action: { name: 'review_and_pay', parameters: input.order },
  });
}

/** Progress of an order. */
export function buildOrderStatus(input: SendOrderStatusInput): InteractiveMessage {
  const parameters = defined<OutboundOrderStatus>({
    reference_id: input.referenceId,
    order: defined<OutboundOrderStatus['order']>({
      status: input.status.replace('-', '_') as OutboundOrderState,
      description: input.description,
    }),
    payment: mapped(input.payment, ({ status, timestamp }) =>
      defined<NonNullable<OutboundOrderStatus['payment']>>({ status, timestamp }),
    ),
  });
  return interactiveMessage(input, {
    type: 'order_status',
    ...body(input.body),
    ...footer(input.footer),
    action: { name: 'review_order', parameters },
  });
}
