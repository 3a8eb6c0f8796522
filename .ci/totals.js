// Prints "PASSED WRONG" from a file of `jest --json`. A test that was left out, and a file that could not be loaded,
// count as wrong: this is for a run where everything is there that the tests need.
import { readFileSync } from 'node:fs';

const totals = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } = totals;
const wrong = numFailedTests + numPendingTests + numTodoTests + numRuntimeErrorTestSuites;
console.log(numPassedTests, numPassedTests === 0 ? Math.max(wrong, 1) : wrong);
