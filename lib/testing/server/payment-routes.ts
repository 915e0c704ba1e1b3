import { needing, noted } from './route-guards';
import type { Route } from './route.interface';
import {
  createPaymentConfiguration,
  createPaymentLink,
  deletePaymentConfiguration,
  getPaymentConfiguration,
  listPaymentConfigurations,
  updatePaymentConfiguration,
} from './routes/payment-configurations';
import { findPayments, refundPayment } from './routes/payments';

const CONFIGURATION = 'payment_configuration';

/** The endpoints of payments in India. */
export const PAYMENT_ROUTES: readonly Route[] = needing('whatsapp_business_management', [
  { method: 'GET', node: 'waba', path: 'payment_configurations', handle: listPaymentConfigurations },
  { method: 'GET', node: 'waba', path: CONFIGURATION, handle: getPaymentConfiguration },
  { method: 'GET', node: 'waba', path: `${CONFIGURATION}/*`, handle: getPaymentConfiguration },
  {
    method: 'POST',
    node: 'waba',
    path: CONFIGURATION,
    handle: noted('BILLING_UPDATED', createPaymentConfiguration),
  },
  { method: 'POST', node: 'waba', path: `${CONFIGURATION}/*`, handle: updatePaymentConfiguration },
  {
    method: 'DELETE',
    node: 'waba',
    path: CONFIGURATION,
    handle: noted('BILLING_UPDATED', deletePaymentConfiguration),
  },
  {
    method: 'POST',
    node: 'waba',
    path: 'generate_payment_configuration_oauth_link',
    handle: createPaymentLink,
  },
  { method: 'GET', node: 'number', path: 'payments/*/*', handle: findPayments },
  { method: 'POST', node: 'number', path: 'payments_refund', handle: refundPayment },
]);
