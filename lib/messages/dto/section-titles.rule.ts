import type { PayloadIssue } from '../../errors/payload-validation.error';
import type { Members } from '../../validation/shape';

/** Several sections need titles, so that users can tell them apart. */
export function sectionTitles(sections: readonly Members[]): PayloadIssue[] {
  if (sections.length < 2) return [];
  return sections.flatMap(({ title }, index) =>
    title == null || title === ''
      ? [{ path: `[${index}].title`, message: 'is needed when there are several sections' }]
      : [],
  );
}
