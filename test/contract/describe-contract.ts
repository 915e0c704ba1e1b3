import { contractIsThere } from './openapi';

/** A group of tests that needs Meta's file; without it they are skipped, aloud. */
export function describeContract(name: string, tests: () => void): void {
  if (!contractIsThere()) {
    process.stderr.write(
      `CONTRACT TESTS SKIPPED (${name}): Meta's OpenAPI file is not beside the repository.\n`,
    );
  }
  (contractIsThere() ? describe : describe.skip)(name, tests);
}
