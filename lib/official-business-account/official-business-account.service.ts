import { Injectable } from '@nestjs/common';
import { GraphClient } from '../graph/graph-client.service';
import type { CallOptions } from '../graph/graph-request.interface';
import { assertSuccess, onNumber } from '../graph/node-request';
import { PayloadValidator } from '../validation/payload-validator.service';
import type {
  OfficialBusinessAccountStatus,
  WireOfficialBusinessAccount,
} from '../wire/official-business-account/official-business-account';
import { buildApplication } from './application.builder';
import type { ApplyForOfficialAccountInput } from './dto/apply-for-official-account.dto';
import { ApplyForOfficialAccountDto } from './dto/apply-for-official-account.dto';

const EDGE = 'official_business_account';

/** Whether a number is an official business account, or on its way. @publicApi */
export interface OfficialBusinessAccount {
  readonly isOfficial: boolean;
  readonly status: OfficialBusinessAccountStatus;
  /** Meta's words about the status. */
  readonly message?: string;
  /** Meta's answer, untouched; absent when it says nothing of an application. */
  readonly raw?: WireOfficialBusinessAccount;
}

/** The part of a phone number that is read here. */
interface Answer {
  is_official_business_account?: boolean;
  official_business_account?: WireOfficialBusinessAccount;
}

/**
 * The official business account (blue badge) of a number. Meta wants a verified portfolio, an approved display name, a
 * two-step PIN and a well-known business.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/official-business-accounts
 * @publicApi
 */
@Injectable()
export class OfficialBusinessAccountService {
  constructor(
    private readonly graph: GraphClient,
    private readonly validator: PayloadValidator,
  ) {}

  /** Reads the status. */
  async status(options?: CallOptions): Promise<OfficialBusinessAccount> {
    const answer = await this.graph.request<Answer | undefined>({
      method: 'GET',
      ...onNumber(options),
      query: { fields: `${EDGE},is_official_business_account` },
    });
    const raw = answer?.[EDGE];
    const isOfficial = answer?.is_official_business_account ?? raw?.oba_status === 'APPROVED';
    return {
      isOfficial,
      status: raw?.oba_status ?? (isOfficial ? 'APPROVED' : 'NOT_STARTED'),
      ...(raw?.status_message && { message: raw.status_message }),
      ...(raw && { raw }),
    };
  }

  /**
   * Applies for the badge. After a refusal, again 30 days later.
   * @throws PayloadValidationError before anything leaves, GraphApiError when Meta refuses
   */
  async apply(input: ApplyForOfficialAccountInput, options?: CallOptions): Promise<void> {
    this.validator.assert(
      'official account application',
      ApplyForOfficialAccountDto,
      input,
      options?.validate,
    );
    const answer = await this.graph.request({
      method: 'POST',
      ...onNumber(options, EDGE),
      body: buildApplication(input),
    });
    assertSuccess(answer, `POST /{id}/${EDGE}`);
  }
}
