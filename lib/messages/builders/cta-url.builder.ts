import type { OutboundCtaUrl } from '../../wire/outbound/interactive';
import type { SendCtaUrlInput } from '../dto/cta-url.dto';
import { defined } from './defined';
import type { InteractiveMessage } from './interactive.builder';
import { body, footer, header, interactiveMessage } from './interactive.builder';

/** Button that opens a web page. */
export function buildCtaUrl(input: SendCtaUrlInput): InteractiveMessage {
  const parameters = defined<OutboundCtaUrl['action']['parameters']>({
    display_text: input.displayText,
    url: input.url,
    payment_link_preview: input.paymentLinkPreview,
  });
  return interactiveMessage(input, {
    type: 'cta_url',
    ...header(input.header),
    ...body(input.body),
    ...footer(input.footer),
    action: { name: 'cta_url', parameters },
  });
}
