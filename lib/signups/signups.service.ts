import { Injectable } from '@nestjs/common';
import { PayloadValidationError } from '../errors/payload-validation.error';
import { GraphClient } from '../graph/graph-client.service';
import type { Page } from '../graph/graph-page';
import { GraphPages } from '../graph/graph-pages.service';
import type { CallOptions } from '../graph/graph-request.interface';
import { assertSuccess, incomplete, onNode, onWaba } from '../graph/node-request';
import type { PageOptions } from '../graph/page-query';
import { ANY_TEXT } from '../validation/limits';
import { PayloadValidator } from '../validation/payload-validator.service';
import { lengthProblem } from '../validation/rules/code-point-length.decorator';
import type { DefaultCustomerBase, MessagingCustomerBase, Signup } from '../wire/signups/signup';
import type { CreateSignupInput, UpdateSignupInput } from './dto/signup.dto';
import { CreateSignupDto, UpdateSignupDto } from './dto/signup.dto';
import { buildSignup, buildSignupChange } from './signup-requests';

const FIELDS =
  'id,waba_id,signup_message,confirmation_message,privacy_policy_url,website_url,promo_code,status,display_name';

/**
 * In-App Signup: users agree to marketing messages inside WhatsApp. A `user_preference.signup` event tells of each. A
 * signup cannot be deleted, only disabled.
 * @example const { id } = await signups.create({ signupMessage, confirmationMessage, privacyPolicyUrl });
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/marketing-messages/in-app-signup
 * @publicApi
 */
@Injectable()
export class SignupsService {
  constructor(
    private readonly graph: GraphClient,
    private readonly pages: GraphPages,
    private readonly validator: PayloadValidator,
  ) {}

  /**
   * Makes a signup.
   * @throws SignupTosNotAcceptedError for the first one of a business without `acceptTerms`
   * @throws SignupTosAlreadyAcceptedError for a later one with it
   */
  async create(input: CreateSignupInput, options?: CallOptions): Promise<{ readonly id: string }> {
    this.validator.assert('signup', CreateSignupDto, input, options?.validate);
    const answer = await this.graph.request<{ id?: string } | undefined>({
      method: 'POST',
      ...onWaba(options, 'signups'),
      body: buildSignup(input),
    });
    if (!answer?.id) throw incomplete('the answer has no id', 'POST /{id}/signups', answer);
    return { id: answer.id };
  }

  /** The signups of the WABA, in Meta's names. */
  async list(page?: PageOptions, options?: CallOptions): Promise<Page<Signup>> {
    return this.pages.list({ ...onWaba(options, 'signups'), query: { fields: FIELDS }, page });
  }

  /** One signup, in Meta's names. */
  async get(signupId: string, options?: CallOptions): Promise<Signup> {
    return this.graph.request<Signup>({
      method: 'GET',
      ...onNode(options, 'signups', signupId),
      query: { fields: FIELDS },
    });
  }

  /** Changes what is given. */
  async update(signupId: string, input: UpdateSignupInput, options?: CallOptions): Promise<void> {
    this.validator.assert('signup update', UpdateSignupDto, input, options?.validate);
    const answer = await this.graph.request({
      method: 'POST',
      ...onNode(options, 'signups', signupId),
      body: buildSignupChange(input),
      kind: 'safe',
    });
    assertSuccess(answer, 'POST /signups/{id}');
  }

  /** Opens a signup to users. */
  enable(signupId: string, options?: CallOptions): Promise<void> {
    return this.update(signupId, { status: 'ACTIVE' }, options);
  }

  /** Closes a signup. */
  disable(signupId: string, options?: CallOptions): Promise<void> {
    return this.update(signupId, { status: 'DISABLED' }, options);
  }

  /**
   * A link that opens the signup on a phone.
   * @param phone phone number of the business with country code; blanks, brackets and dashes are left out
   */
  link(phone: string, signupId: string): string {
    const digits = phone.replace(/\D/g, '');
    if (digits.length < 7 || digits.length > 15)
      throw new PayloadValidationError('signup link', [
        { path: 'phone', message: 'must be a phone number with country code (7 to 15 digits)' },
      ]);
    return `https://wa.me/${digits}/signup/${encodeURIComponent(signupId)}`;
  }

  /** Makes a customer base: the users of several WABAs of one business portfolio. Beta. */
  async createCustomerBase(
    businessId: string,
    name: string,
    options?: CallOptions,
  ): Promise<{ readonly id: string }> {
    const problem = lengthProblem(name, ANY_TEXT);
    const issues = problem === undefined ? [] : [{ path: 'name', message: problem }];
    this.validator.assertWith('customer base', () => issues, options?.validate);
    const answer = await this.graph.request<{ messaging_customer_base_id?: string } | undefined>({
      method: 'POST',
      ...onNode(options, businessId, 'messaging_customer_base'),
      body: { messaging_customer_base_name: name },
    });
    const id = answer?.messaging_customer_base_id;
    if (!id)
      throw incomplete(
        'the answer has no messaging_customer_base_id',
        'POST /{id}/messaging_customer_base',
        answer,
      );
    return { id };
  }

  /** The customer bases of a business portfolio. */
  async customerBases(businessId: string, options?: CallOptions): Promise<MessagingCustomerBase[]> {
    const answer = await this.graph.request<
      { messaging_customer_bases?: MessagingCustomerBase[] } | undefined
    >({ method: 'GET', ...onNode(options, businessId, 'messaging_customer_base') });
    return answer?.messaging_customer_bases ?? [];
  }

  /** The customer base that new users of the WABA come into. */
  async defaultCustomerBase(options?: CallOptions): Promise<DefaultCustomerBase> {
    return this.graph.request<DefaultCustomerBase>({
      method: 'GET',
      ...onWaba(options, 'default_messaging_customer_base'),
    });
  }

  /** Sets the customer base that new users of the WABA come into. */
  async setDefaultCustomerBase(customerBaseId: string, options?: CallOptions): Promise<void> {
    const answer = await this.graph.request({
      method: 'POST',
      ...onWaba(options, 'default_messaging_customer_base'),
      body: { messaging_customer_base_id: customerBaseId },
      kind: 'safe',
    });
    assertSuccess(answer, 'POST /{id}/default_messaging_customer_base');
  }
}
