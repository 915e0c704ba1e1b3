import { Injectable } from '@nestjs/common';
import { GraphClient } from '../graph/graph-client.service';
import type { CallOptions } from '../graph/graph-request.interface';
import { assertSuccess, incomplete, onNumber, onWaba } from '../graph/node-request';
import { PayloadValidator } from '../validation/payload-validator.service';
import { callbackUrlProblem } from '../validation/rules/is-callback-url.decorator';
import type { Payment, PaymentRefund } from '../wire/payments/payment';
import type { PaymentConfiguration, PaymentConfigurationLink } from '../wire/payments/payment-configuration';
import type { CreatePaymentConfigurationInput } from './dto/payment-configuration.dto';
import { CreatePaymentConfigurationDto } from './dto/payment-configuration.dto';
import type { RefundInput } from './dto/refund.dto';
import { RefundDto } from './dto/refund.dto';

const EDGE = 'payment_configuration';

/**
 * Payment configurations, look-ups and refunds of payments in India. Orders go out by `MessagesService`; `payment.*` events
 * tell what became of them.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/payment-configurations
 * @publicApi
 */
@Injectable()
export class PaymentsService {
  constructor(
    private readonly graph: GraphClient,
    private readonly validator: PayloadValidator,
  ) {}

  /** The payment configurations of the WABA, in Meta's names. */
  async configurations(options?: CallOptions): Promise<PaymentConfiguration[]> {
    const answer = await this.graph.request<
      { data?: ({ payment_configurations?: PaymentConfiguration[] } | PaymentConfiguration)[] } | undefined
    >({ method: 'GET', ...onWaba(options, 'payment_configurations') });
    return (answer?.data ?? []).flatMap((entry) =>
      'configuration_name' in entry ? entry : (entry.payment_configurations ?? []),
    );
  }

  /** One payment configuration, in Meta's names; `undefined` when there is none of the name. */
  async configuration(name: string, options?: CallOptions): Promise<PaymentConfiguration | undefined> {
    const answer = await this.graph.request<{ data?: PaymentConfiguration[] } | undefined>({
      method: 'GET',
      ...onWaba(options, EDGE, name),
    });
    return answer?.data?.[0];
  }

  /** Makes a payment configuration. With a gateway, the merchant connects it at `oauth_url`. */
  async createConfiguration(
    input: CreatePaymentConfigurationInput,
    options?: CallOptions,
  ): Promise<PaymentConfigurationLink> {
    this.validator.assert('payment configuration', CreatePaymentConfigurationDto, input, options?.validate);
    const { merchantCategoryCode, purposeCode, merchantVpa, redirectUrl } = input;
    const answer = await this.graph.request<PaymentConfigurationLink | undefined>({
      method: 'POST',
      ...onWaba(options, EDGE),
      body: {
        configuration_name: input.name,
        provider_name: input.provider,
        ...(merchantCategoryCode != null && { merchant_category_code: merchantCategoryCode }),
        ...(purposeCode != null && { purpose_code: purposeCode }),
        ...(merchantVpa != null && { merchant_vpa: merchantVpa }),
        ...(redirectUrl != null && { redirect_url: redirectUrl }),
      },
    });
    assertSuccess(answer, `POST /{id}/${EDGE}`);
    return answer ?? {};
  }

  /** Sets the endpoint that Meta asks for the data of orders. */
  async setDataEndpoint(name: string, url: string, options?: CallOptions): Promise<void> {
    const problem = callbackUrlProblem(url);
    const issues = problem === undefined ? [] : [{ path: 'url', message: problem }];
    this.validator.assertWith('payment data endpoint', () => issues, options?.validate);
    const answer = await this.graph.request({
      method: 'POST',
      ...onWaba(options, EDGE, name),
      body: { data_endpoint_url: url },
      kind: 'safe',
    });
    assertSuccess(answer, `POST /{id}/${EDGE}/{id}`);
  }

  /** A new link by which the merchant connects the gateway. */
  async oauthLink(
    name: string,
    input: { readonly redirectUrl?: string | undefined } = {},
    options?: CallOptions,
  ): Promise<PaymentConfigurationLink> {
    const { redirectUrl } = input;
    return this.graph.request<PaymentConfigurationLink>({
      method: 'POST',
      ...onWaba(options, 'generate_payment_configuration_oauth_link'),
      body: { configuration_name: name, ...(redirectUrl !== undefined && { redirect_url: redirectUrl }) },
    });
  }

  /** Deletes a payment configuration. */
  async deleteConfiguration(name: string, options?: CallOptions): Promise<void> {
    const answer = await this.graph.request({
      method: 'DELETE',
      ...onWaba(options, EDGE),
      body: { configuration_name: name },
    });
    assertSuccess(answer, `DELETE /{id}/${EDGE}`);
  }

  /** The payments of an order, in Meta's names. Ask it before you deliver: events may come late. */
  async find(configurationName: string, referenceId: string, options?: CallOptions): Promise<Payment[]> {
    const answer = await this.graph.request<{ payments?: Payment[] } | undefined>({
      method: 'GET',
      ...onNumber(options, 'payments', configurationName, referenceId),
    });
    return answer?.payments ?? [];
  }

  /** Gives a payment back, in whole or in part. Never repeated when the answer is lost: look the payment up first. */
  async refund(input: RefundInput, options?: CallOptions): Promise<PaymentRefund> {
    this.validator.assert('refund', RefundDto, input, options?.validate);
    const { value, offset = 100, speed } = input;
    const answer = await this.graph.request<PaymentRefund | undefined>({
      method: 'POST',
      ...onNumber(options, 'payments_refund'),
      body: {
        reference_id: input.referenceId,
        payment_config_id: input.configurationName,
        // Meta wants texts here, unlike in orders.
        amount: { currency: 'INR', value: String(value), offset: String(offset) },
        ...(speed != null && { speed }),
      },
    });
    if (!answer?.id) throw incomplete('the answer has no id', 'POST /{id}/payments_refund', answer);
    return answer;
  }
}
