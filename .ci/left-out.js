// Prints the paths of the test files of a file of `jest --json` in which a test was left out.
import { readFileSync } from 'node:fs';

const { testResults } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
for (const { name, assertionResults } of testResults) {
  if (assertionResults.some(({ status }) => status === 'pending' || status === 'todo')) console.log(name);
}
