import { Injectable } from '@nestjs/common';
import { GraphClient } from '../graph/graph-client.service';
import type { CallOptions } from '../graph/graph-request.interface';
import { assertSuccess, firstOf, onNumber } from '../graph/node-request';
import { PayloadValidator } from '../validation/payload-validator.service';
import type { WireBusinessCompliance } from '../wire/business-compliance/business-compliance';
import type { BusinessCompliance } from './business-compliance.interface';
import { buildCompliance, readCompliance } from './compliance.builder';
import type { UpdateComplianceInput } from './dto/update-compliance.dto';
import { UpdateComplianceDto } from './dto/update-compliance.dto';

const EDGE = 'business_compliance_info';

/**
 * The compliance information that India asks of businesses that sell by WhatsApp: legal name and form, grievance
 * officer, customer care.
 * @see https://developers.facebook.com/docs/whatsapp/on-premises/reference/settings/business-compliance-info
 * @publicApi
 */
@Injectable()
export class BusinessComplianceService {
  constructor(
    private readonly graph: GraphClient,
    private readonly validator: PayloadValidator,
  ) {}

  /** Reads the information; undefined when none was ever given. */
  async get(options?: CallOptions): Promise<BusinessCompliance | undefined> {
    const answer = await this.graph.request<{ data?: WireBusinessCompliance[] } | undefined>({
      method: 'GET',
      ...onNumber(options, EDGE),
    });
    const raw = firstOf<WireBusinessCompliance>(answer);
    return raw && readCompliance(raw);
  }

  /**
   * Gives the information, all of it at once: it takes the place of what was there.
   * @throws PayloadValidationError before anything leaves, GraphApiError when Meta refuses
   */
  async update(input: UpdateComplianceInput, options?: CallOptions): Promise<void> {
    this.validator.assert('business compliance', UpdateComplianceDto, input, options?.validate);
    const answer = await this.graph.request({
      method: 'POST',
      ...onNumber(options, EDGE),
      body: buildCompliance(input),
      kind: 'safe',
    });
    assertSuccess(answer, `POST /{id}/${EDGE}`);
  }
}
