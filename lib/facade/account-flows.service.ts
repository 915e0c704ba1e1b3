import type { AccountParts } from './account-parts';
import { FlowsService } from '../flows/flows.service';
import type { CallOptions } from '../graph/graph-request.interface';

/** The flows of one account. */
export class AccountFlowsService extends FlowsService {
  constructor(private readonly parts: AccountParts) {
    super(parts.graph, parts.pages, parts.validator);
  }

  /** Asks about the number of the options, which the request alone does not show. */
  override health(id: string, options: CallOptions = {}): ReturnType<FlowsService['health']> {
    return super.health(id, this.parts.binding.fill(options));
  }
}
