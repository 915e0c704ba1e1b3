import { Injectable } from '@nestjs/common';
import { GraphClient } from '../graph/graph-client.service';
import type { CallOptions } from '../graph/graph-request.interface';
import { incomplete, onNode, onWaba } from '../graph/node-request';
import { PayloadValidator } from '../validation/payload-validator.service';
import type { MigrationIntent } from '../wire/migration/migration-intent';
import type { MigrationIntentInput } from './dto/migration-intent.dto';
import { MigrationIntentDto } from './dto/migration-intent.dto';

/**
 * Moves a WABA to another multi-partner solution. The customer has to agree; the intent tells how far it has come.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/solution-providers/multi-partner-solutions
 * @publicApi
 */
@Injectable()
export class MigrationService {
  constructor(
    private readonly graph: GraphClient,
    private readonly validator: PayloadValidator,
  ) {}

  /** Declares that the WABA is to move to a solution. */
  async start(input: MigrationIntentInput, options?: CallOptions): Promise<{ readonly id: string }> {
    this.validator.assert('migration', MigrationIntentDto, input, options?.validate);
    const { solutionId, appId } = input;
    const answer = await this.graph.request<{ id?: string } | undefined>({
      method: 'POST',
      ...onWaba(options, 'set_solution_migration_intent'),
      body: { solution_id: solutionId, ...(appId != null && { app_id: appId }) },
    });
    if (!answer?.id)
      throw incomplete('the answer has no id', 'POST /{id}/set_solution_migration_intent', answer);
    return { id: answer.id };
  }

  /** How far a move has come. */
  async get(intentId: string, options?: CallOptions): Promise<MigrationIntent> {
    return this.graph.request<MigrationIntent>({
      method: 'GET',
      ...onNode(options, intentId),
      query: { fields: 'id,status' },
    });
  }
}
