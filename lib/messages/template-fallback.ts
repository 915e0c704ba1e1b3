import type { FallbackTemplate } from '../config/send-settings.interface';
import type { OutboundEnvelope } from '../wire/outbound/envelope';
import type { OutboundTemplate } from '../wire/outbound/template';
import type { SendResult } from './send-result.interface';

/** The template that stands in for a message, or for the parts of one. It goes out at most once, also when it fails. */
export class TemplateFallback {
  private going: Promise<SendResult> | undefined;

  /** @param deliver sends the template */
  constructor(private readonly deliver: () => Promise<SendResult>) {}

  /** Whether it has gone out, or is about to. */
  get used(): boolean {
    return this.going !== undefined;
  }

  /** Sends the template the first time, and gives the result of that ever after. */
  use(): Promise<SendResult> {
    this.going ??= this.deliver().then((result) => ({ ...result, fallback: true as const }));
    return this.going;
  }
}

/** A template for the recipient of a message, with all that the message carries besides its content. */
export function templateInPlaceOf(message: OutboundEnvelope, template: FallbackTemplate): OutboundEnvelope {
  const { name, language, components } = template;
  const content: OutboundTemplate = {
    name,
    language: { code: language },
    ...(components && { components: [...components] }),
  };
  const envelope: OutboundEnvelope & { type: string; template: OutboundTemplate } = {
    messaging_product: 'whatsapp',
    type: 'template',
    template: content,
  };
  for (const member of CARRIED) {
    if (message[member] !== undefined) Object.assign(envelope, { [member]: message[member] });
  }
  return envelope;
}

const CARRIED = [
  'recipient_type',
  'to',
  'recipient',
  'context',
  'biz_opaque_callback_data',
  'recipient_identity_key_hash',
] as const satisfies readonly (keyof OutboundEnvelope)[];
