import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { ensureBuilt } from './build.mjs';
import { nodeForCarrel } from './packaged-node.mjs';
import { places, root } from './places.mjs';
import { runInPlace } from './run.mjs';
import { ensureInstalled } from './setup.mjs';
import { addTallies, tallyOf, tallyLine } from './tally.mjs';

/** @typedef {import('./tally.mjs').Tally} Tally */

/** @param {string} text */
const say = (text) => console.error(text);

const programs = /** @type {Record<string, string>} */ ({
  prettier: 'prettier/bin/prettier.cjs',
  tsc: 'typescript/bin/tsc',
  oxlint: 'oxlint/bin/oxlint',
  knip: 'knip/bin/knip.js',
  vitest: 'vitest/vitest.mjs',
});

/**
 * Runs one of the tools on Carrel's Node.
 * @param {string} name
 * @param {readonly string[]} words
 * @param {NodeJS.ProcessEnv} [env]
 */
const runTool = (name, words, env = {}) => {
  const bin = join(places.modules, '.bin');
  return runInPlace(nodeForCarrel(), [join(places.modules, programs[name] ?? name), ...words], {
    cwd: root,
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`, ...env },
  });
};

/** @type {readonly (readonly [string, string, readonly string[]])[]} */
const checks = [
  ['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
  ['types', 'tsc', ['--build']],
  ['lint', 'oxlint', ['--type-aware', '--deny-warnings']],
  ['dead code', 'knip', []],
];

/** @returns {Promise<Tally>} each check counted as one test */
const runChecks = async () => {
  let tally = { passed: 0, failed: 0, skipped: 0 };
  for (const [label, tool, words] of checks) {
    const code = await runTool(tool, words);
    say(`${code === 0 ? '✓' : '✗'} ${label}`);
    tally = addTallies(tally, { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 });
  }
  return tally;
};

/**
 * @param {readonly string[]} filters
 * @returns {Promise<Tally>}
 */
const runVitest = async (filters) => {
  const folder = mkdtempSync(join(tmpdir(), 'carrel-tests-'));
  const report = join(folder, 'report.json');
  try {
    const code = await runTool(
      'vitest',
      [
        'run',
        '--config',
        'tests/vitest.config.ts',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
        ...filters,
      ],
      { CARREL_CHROMIUM: await findBrowser() },
    );
    return tallyOf(readFileSync(report, 'utf8'), code);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/**
 * `npm test`: sets up, builds, checks and tests everything, and ends with one line that counts it. With words after
 * `npm test --`, only the tests whose file they name.
 * @param {readonly string[]} filters
 * @returns {Promise<number>} the exit code
 */
export const testRun = async (filters) => {
  await ensureInstalled(places, say);
  await ensureBuilt(places, say);
  const checked = filters.length === 0 ? await runChecks() : { passed: 0, failed: 0, skipped: 0 };
  const tally = addTallies(checked, await runVitest(filters));
  console.log(tallyLine(tally));
  return tally.failed === 0 && tally.passed > 0 ? 0 : 1;
};
