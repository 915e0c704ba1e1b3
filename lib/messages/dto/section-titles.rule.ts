import type { PayloadIssue } from '../../errors/payload-validation.error';

/** Several sections need titles, so that users can tell them apart. */
export function sectionTitles(
  sections: readonly ({ readonly title?: unknown } | null | undefined)[],
): PayloadIssue[] {
  if (sections.length < 2) return [];
  return sections.flatMap((section, index) =>
    section?.title == null || section.title === ''
      ? [{ path: `[${index}].title`, message: 'is needed when there are several sections' }]
      : [],
  );
}
