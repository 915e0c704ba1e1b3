import type {
  TemplateDefinitionQuery,
  TemplateDefinitions,
} from '../../../../lib/config/template-definitions.interface';
import type { GraphClient } from '../../../../lib/graph/graph-client.service';
import { MessagesSender } from '../../../../lib/messages/messages.sender';
import { MessagesService } from '../../../../lib/messages/messages.service';
import { PayloadValidator } from '../../../../lib/validation/payload-validator.service';
import type { MessageTemplate } from '../../../../lib/wire/template/message-template';
import { ManualClock } from '../../../support/manual-clock';
import { FakeGraph } from '../support';

/** Parsed JSON, for tests that look into it freely. */
export type Json = ReturnType<typeof JSON.parse>;

/** Definitions of a test's own. */
export class FakeDefinitions implements TemplateDefinitions {
  readonly queries: TemplateDefinitionQuery[] = [];
  /** What is remembered; what Meta has now, when somebody wants it recent. */
  constructor(
    public remembered: MessageTemplate | undefined,
    public latest = remembered,
  ) {}

  find(query: TemplateDefinitionQuery): Promise<MessageTemplate | undefined> {
    this.queries.push(query);
    return Promise.resolve(query.maxAgeMs === undefined ? this.remembered : this.latest);
  }

  invalidate(): void {
    this.remembered = this.latest;
  }
}

export interface Setup {
  readonly graph: FakeGraph;
  readonly clock: ManualClock;
  readonly messages: MessagesService;
}

/** The service over a recording Graph API, with or without definitions. */
export function setup(definitions?: TemplateDefinitions, options: { validate?: boolean } = {}): Setup {
  const graph = new FakeGraph();
  const clock = new ManualClock();
  const sender = new MessagesSender(graph as unknown as GraphClient);
  const validator = new PayloadValidator(options, clock);
  return { graph, clock, messages: new MessagesService(sender, validator, clock, definitions) };
}

/** A template as Meta returns it. */
export function template(
  components: readonly object[],
  more: Partial<MessageTemplate> = {},
): MessageTemplate {
  return {
    id: '1',
    name: 'promo',
    language: 'en_US',
    status: 'APPROVED',
    category: 'MARKETING',
    components: components as NonNullable<MessageTemplate['components']>,
    ...more,
  };
}
