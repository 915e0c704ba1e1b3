import type { PayloadIssue } from '../../errors/payload-validation.error';
import { InputDto } from '../../validation/input.dto';
import { INTERACTIVE_LIMITS } from '../../validation/limits';
import { Advise, Rule } from '../../validation/rule.decorator';
import { CodePointLength } from '../../validation/rules/code-point-length.decorator';
import { ItemCount } from '../../validation/rules/item-count.decorator';
import { NestedList } from '../../validation/rules/nested.decorator';
import { OptionalText } from '../../validation/rules/optional-text.decorator';
import { duplicates } from '../../validation/rules/unique-by.decorator';
import { itemsOf } from '../../validation/shape';
import { codePointLength } from '../../validation/text-length';
import { UserMessageDto } from './message.dto';
import { sectionTitles } from './section-titles.rule';

/** One choice of a list. */
export class ListRowDto extends InputDto {
  /** Comes back when the row is chosen: up to 200 characters, unique in the message. */
  @CodePointLength(INTERACTIVE_LIMITS.rowId)
  id!: string;

  /** Up to 24 characters. */
  @CodePointLength(INTERACTIVE_LIMITS.rowTitle)
  title!: string;

  /** Small text below the title, up to 72 characters. */
  @OptionalText(INTERACTIVE_LIMITS.rowDescription)
  description?: string | undefined;
}

/** Choices that belong together. */
export class ListSectionDto extends InputDto {
  /** Up to 24 characters; needed when there are several sections. */
  @OptionalText(INTERACTIVE_LIMITS.sectionTitle)
  title?: string | undefined;

  /** At least one; at most 10 in all sections together. */
  @NestedList(() => ListRowDto)
  @ItemCount({ min: 1, max: Infinity })
  rows!: readonly ListRowDto[];
}

/** A list of choices behind a button. */
export class SendListDto extends UserMessageDto {
  /** The text, up to 4096 characters. */
  @CodePointLength(INTERACTIVE_LIMITS.listBody)
  @Advise('longListBody', (value) =>
    typeof value === 'string' && codePointLength(value) > INTERACTIVE_LIMITS.body.max
      ? `is longer than ${INTERACTIVE_LIMITS.body.max} characters, which some of Meta's pages give as the limit of lists too`
      : undefined,
  )
  body!: string;

  /** Label of the button that opens the list, up to 20 characters. */
  @CodePointLength(INTERACTIVE_LIMITS.listButton)
  button!: string;

  /** 1 to 10 sections with 10 rows in all. */
  @NestedList(() => ListSectionDto)
  @ItemCount(INTERACTIVE_LIMITS.listSections)
  @Rule('listRows', rowsProblem)
  sections!: readonly ListSectionDto[];

  /** Text above the body, up to 60 characters. */
  @OptionalText(INTERACTIVE_LIMITS.headerText)
  header?: string | undefined;

  /** Small text below, up to 60 characters. */
  @OptionalText(INTERACTIVE_LIMITS.footer)
  footer?: string | undefined;
}

/** Input of `sendList`. @publicApi */
export type SendListInput = SendListDto;

function rowsProblem(value: unknown): string | readonly PayloadIssue[] {
  const sections = itemsOf(value);
  const rows = sections.flatMap((section, s) =>
    itemsOf(section['rows']).map(({ id }, r) => ({ path: `[${s}].rows[${r}].id`, key: id })),
  );
  const { max } = INTERACTIVE_LIMITS.listRows;
  if (rows.length > max) return `must have at most ${max} rows in all sections together, has ${rows.length}`;
  return [...sectionTitles(sections), ...duplicates(rows)];
}
