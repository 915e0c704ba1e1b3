import { contractIsThere } from './openapi';

let told = false;

/** A group of tests that needs Meta's file; without it they are skipped, aloud once in each test file. */
export function describeContract(name: string, tests: () => void): void {
  if (contractIsThere()) return describe(name, tests);
  if (!told)
    process.stderr.write("CONTRACT TESTS SKIPPED: Meta's OpenAPI file is not beside the repository.\n");
  told = true;
  describe.skip(name, tests);
}
