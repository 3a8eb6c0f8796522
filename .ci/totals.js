// Prints "PASSED WRONG" from a file of `jest --json`. A file that could not be loaded counts as wrong, and so does a test that
// was left out, unless the first argument says `allowed`.
import { readFileSync } from 'node:fs';

const [leftOut, file] = process.argv.slice(2);
const totals = JSON.parse(readFileSync(file, 'utf8'));
const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } = totals;
const left = leftOut === 'allowed' ? 0 : numPendingTests + numTodoTests;
const wrong = numFailedTests + left + numRuntimeErrorTestSuites;
console.log(numPassedTests, numPassedTests === 0 ? Math.max(wrong, 1) : wrong);
