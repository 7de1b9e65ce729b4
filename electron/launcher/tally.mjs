/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/**
 * @param {Tally} a
 * @param {Tally} b
 * @returns {Tally}
 */
export const addTallies = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/**
 * Counts the tests in vitest's JSON report. A file that could not be loaded counts as one failure, and so does an exit
 * code that no test explains (an unhandled rejection, a crash).
 * @param {string} report
 * @param {number} code vitest's exit code
 * @returns {Tally}
 */
export const tallyOf = (report, code) => {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(report);
  const broken = testResults.filter(
    (/** @type {{ status: string, assertionResults: { status: string }[] }} */ file) =>
      file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  ).length;
  const failed = numFailedTests + broken;
  return {
    passed: numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: numPendingTests + numTodoTests,
  };
};

/**
 * The line that every test run ends with.
 * @param {Tally} tally
 * @returns {string}
 */
export const tallyLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
