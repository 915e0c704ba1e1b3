import type { IssueList } from '../../validation/issue-list';
import type { RuleContext } from '../../validation/rule.decorator';
import type { Members } from '../../validation/shape';
import { itemsOf, membersOf } from '../../validation/shape';

/** What the rules of one template share. */
export interface TemplateScope {
  readonly list: IssueList;
  readonly context: RuleContext;
  /** In capitals; nothing when it is not known, as in most edits. */
  readonly category: string | undefined;
  readonly authentication: boolean;
  readonly limitedTimeOffer: boolean;
  /** Form of the variables, when the template says so. */
  readonly format: 'NAMED' | 'POSITIONAL' | undefined;
}

/** A component and where it stands. */
export interface PlacedComponent {
  readonly path: string;
  /** In capitals. */
  readonly type: string;
  readonly component: Members;
}

/** The components of a template or card. */
export function placed(components: readonly unknown[], path: string): PlacedComponent[] {
  return components.map((value, index) => {
    const component = membersOf(value);
    return { path: `${path}[${index}]`, type: capitals(component['type']), component };
  });
}

/** Meta takes its own words in any case. */
export function capitals(value: unknown): string {
  return typeof value === 'string' ? value.toUpperCase() : '';
}

/** The buttons of the components. */
export function buttonsOf(components: readonly PlacedComponent[]): readonly Members[] {
  return itemsOf(components.find(({ type }) => type === 'BUTTONS')?.component['buttons']);
}

/** The format of the header, in capitals; nothing without a header. */
export function headerFormatOf(components: readonly PlacedComponent[]): string | undefined {
  const header = components.find(({ type }) => type === 'HEADER');
  return header && capitals(header.component['format']);
}
