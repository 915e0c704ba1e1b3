import { Injectable } from '@nestjs/common';
import { GraphClient } from '../graph/graph-client.service';
import type { Page } from '../graph/graph-page';
import { GraphPages } from '../graph/graph-pages.service';
import type { CallOptions } from '../graph/graph-request.interface';
import type { FieldOptions } from '../graph/node-request';
import { assertSuccess, incomplete, onNode } from '../graph/node-request';
import type { PageOptions } from '../graph/page-query';
import { PayloadValidator } from '../validation/payload-validator.service';
import type { CodeVerificationStatus } from '../wire/phone-numbers/phone-number';
import type {
  PreverifiedNumber,
  PreverifiedNumberField,
  PreverifiedNumberPartner,
} from '../wire/phone-numbers/preverified-number';
import type { RequestCodeInput, VerifyCodeInput } from './dto/verify-phone-number.dto';
import { RequestCodeDto, VerifyCodeDto } from './dto/verify-phone-number.dto';
import { preverifiedNumberIssues } from './preverified-number.rule';

const FIELDS: readonly PreverifiedNumberField[] = [
  'id',
  'phone_number',
  'code_verification_status',
  'code_verification_time',
  'verification_expiry_time',
  'owner_business',
];

/** Which pre-verified numbers of a business portfolio to list. @publicApi */
export interface PreverifiedNumberFilter {
  readonly status?: CodeVerificationStatus | undefined;
  /** Digits with country code. */
  readonly phoneNumber?: string | undefined;
}

/** A pre-verified number and the portfolio that it is shared with. @publicApi */
export interface SharedPreverifiedNumber {
  readonly preverifiedId: string;
  readonly partnerBusinessId: string;
}

/**
 * Numbers that a solution partner verifies in advance, so that its customers need no code in Embedded Signup. A
 * verification lasts 90 days. Partners only; the token needs `business_management`.
 * @example
 * ```ts
 * const { id } = await preverifiedNumbers.add(businessId, '15550783881');
 * await preverifiedNumbers.requestCode(id, { method: 'SMS', language: 'en_US' });
 * await preverifiedNumbers.verifyCode(id, { code: '123-456' });
 * ```
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/embedded-signup/pre-verified-numbers
 * @publicApi
 */
@Injectable()
export class PreverifiedNumbersService {
  constructor(
    private readonly graph: GraphClient,
    private readonly validator: PayloadValidator,
    private readonly pages: GraphPages,
  ) {}

  /** Adds a number to the pool of a business portfolio. It is to be verified within 90 days. */
  async add(
    businessId: string,
    phoneNumber: string,
    options?: CallOptions,
  ): Promise<{ readonly id: string }> {
    this.validator.assertWith(
      'pre-verified number',
      () => preverifiedNumberIssues(phoneNumber),
      options?.validate,
    );
    const answer = await this.graph.request<{ id?: string } | undefined>({
      method: 'POST',
      ...onNode(options, businessId, 'add_phone_numbers'),
      body: { phone_number: phoneNumber },
    });
    if (!answer?.id) throw incomplete('the answer has no id', 'POST /{id}/add_phone_numbers', answer);
    return { id: answer.id };
  }

  /** The pool of a business portfolio, in Meta's names. */
  async list(
    businessId: string,
    filter: PreverifiedNumberFilter = {},
    page?: PageOptions,
    options?: FieldOptions<PreverifiedNumberField>,
  ): Promise<Page<PreverifiedNumber>> {
    return this.pages.list<PreverifiedNumber>({
      ...onNode(options, businessId, 'preverified_numbers'),
      query: {
        fields: (options?.fields ?? FIELDS).join(','),
        code_verification_status: filter.status,
        phone_number: filter.phoneNumber,
      },
      page,
    });
  }

  /** One number of the pool, in Meta's names. */
  async get(
    preverifiedId: string,
    options?: FieldOptions<PreverifiedNumberField>,
  ): Promise<PreverifiedNumber> {
    return this.graph.request<PreverifiedNumber>({
      method: 'GET',
      ...onNode(options, preverifiedId),
      query: { fields: (options?.fields ?? FIELDS).join(',') },
    });
  }

  /** Takes a number out of the pool. */
  async delete(preverifiedId: string, options?: CallOptions): Promise<void> {
    const answer = await this.graph.request({ method: 'DELETE', ...onNode(options, preverifiedId) });
    assertSuccess(answer, 'DELETE /{id}');
  }

  /** Lets Meta send a verification code to the number. */
  async requestCode(preverifiedId: string, input: RequestCodeInput, options?: CallOptions): Promise<void> {
    this.validator.assert('verification code request', RequestCodeDto, input, options?.validate);
    const body = { code_method: input.method, language: input.language };
    await this.post(preverifiedId, 'request_code', body, options);
  }

  /** Verifies the number by the code that came. */
  async verifyCode(preverifiedId: string, input: VerifyCodeInput, options?: CallOptions): Promise<void> {
    this.validator.assert('verification code', VerifyCodeDto, input, options?.validate);
    await this.post(preverifiedId, 'verify_code', { code: input.code.replace('-', '') }, options);
  }

  /** The business portfolios that a number is shared with. */
  async partners(
    preverifiedId: string,
    page?: PageOptions,
    options?: CallOptions,
  ): Promise<Page<PreverifiedNumberPartner>> {
    return this.pages.list<PreverifiedNumberPartner>({
      ...onNode(options, preverifiedId, 'partners'),
      query: { fields: 'id,name' },
      page,
    });
  }

  /** Shares a number of a business portfolio with that of a partner. */
  async share(businessId: string, input: SharedPreverifiedNumber, options?: CallOptions): Promise<void> {
    await this.post(businessId, 'share_preverified_numbers', shared(input), options);
  }

  /** Ends the sharing of a number. */
  async unshare(businessId: string, input: SharedPreverifiedNumber, options?: CallOptions): Promise<void> {
    const answer = await this.graph.request({
      method: 'DELETE',
      ...onNode(options, businessId, 'share_preverified_numbers'),
      query: shared(input),
    });
    assertSuccess(answer, 'DELETE /{id}/share_preverified_numbers');
  }

  private async post(
    id: string,
    edge: string,
    body: object,
    options: CallOptions | undefined,
  ): Promise<void> {
    const answer = await this.graph.request({ method: 'POST', ...onNode(options, id, edge), body });
    assertSuccess(answer, `POST /{id}/${edge}`);
  }
}

function shared({ preverifiedId, partnerBusinessId }: SharedPreverifiedNumber): Record<string, string> {
  return { preverified_id: preverifiedId, partner_business_id: partnerBusinessId };
}
