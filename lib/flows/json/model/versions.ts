/** How far a version can be used. `frozen`: can no longer be published, but is still sent. */
type VersionState = 'frozen' | 'publishable';

/**
 * Versions of Flow JSON, oldest first.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/changelogs
 */
export const FLOW_JSON_VERSIONS = {
  '2.1': 'frozen',
  '3.0': 'frozen',
  '3.1': 'frozen',
  '4.0': 'frozen',
  '5.0': 'frozen',
  '5.1': 'publishable',
  '6.0': 'publishable',
  '6.1': 'publishable',
  '6.2': 'publishable',
  '6.3': 'publishable',
  '7.0': 'publishable',
  '7.1': 'publishable',
  '7.2': 'publishable',
  '7.3': 'publishable',
} as const satisfies Record<string, VersionState>;

/** A version of Flow JSON that this package knows. */
export type FlowJsonVersion = keyof typeof FLOW_JSON_VERSIONS;

/** Newest version that this package knows. */
export const LATEST_FLOW_JSON_VERSION: FlowJsonVersion = '7.3';

/** Versions of the data API, with the version of Flow JSON that introduced them. */
export const DATA_API_VERSIONS = { '3.0': '2.1', '4.0': '7.3' } as const satisfies Record<
  string,
  FlowJsonVersion
>;

/** The form of a version: two numbers. */
export const VERSION_PATTERN = /^\d{1,4}\.\d{1,4}$/;

/** Compares part by part, so that 6.10 is newer than 6.9: negative when `a` is older. */
export function compareVersions(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split('.').map(Number);
  const [majorB = 0, minorB = 0] = b.split('.').map(Number);
  return majorA - majorB || minorA - minorB;
}
