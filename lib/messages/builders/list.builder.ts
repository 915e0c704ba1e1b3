import type { OutboundListSection } from '../../wire/outbound/interactive';
import type { ListSectionDto, SendListInput } from '../dto/list.dto';
import { defined } from './defined';
import type { InteractiveMessage } from './interactive.builder';
import { body, footer, interactiveMessage, textHeader } from './interactive.builder';

/** List of choices. */
export function buildList(input: SendListInput): InteractiveMessage {
  return interactiveMessage(input, {
    type: 'list',
    ...textHeader(input.header),
    ...body(input.body),
    ...footer(input.footer),
    action: { button: input.button, sections: input.sections.map(section) },
  });
}

function section({ title, rows }: ListSectionDto): OutboundListSection {
  return defined<OutboundListSection>({
    title,
    rows: rows.map(({ id, title: rowTitle, description }) =>
      defined<OutboundListSection['rows'][number]>({ id, title: rowTitle, description }),
    ),
  });
}
