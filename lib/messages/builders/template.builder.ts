import type { OutboundEnvelope } from '../../wire/outbound/envelope';
import type { OutboundMarketingMessage } from '../../wire/outbound/message';
import type {
  OutboundMarketingSettings,
  OutboundTemplate,
  OutboundTemplateContent,
} from '../../wire/outbound/template';
import type { SendMarketingMessageInput, SendTemplateInput } from '../dto/template.dto';
import { buildTemplateComponents } from '../template/template-components.builder';
import { defined } from './defined';
import { inEnvelope } from './envelope.builder';

/** Template message. */
export function buildTemplate(input: SendTemplateInput): OutboundEnvelope & OutboundTemplateContent {
  const template = defined<OutboundTemplate>({
    name: input.name,
    language: { code: input.language },
    components: input.components ? [...input.components] : buildTemplateComponents(input),
  });
  return inEnvelope(input, { type: 'template', template });
}

/** Template message through the Marketing Messages API. */
export function buildMarketingMessage(input: SendMarketingMessageInput): OutboundMarketingMessage {
  return {
    ...buildTemplate(input),
    ...defined<OutboundMarketingSettings>({
      product_policy: input.productPolicy,
      message_activity_sharing: input.messageActivitySharing,
    }),
  };
}
