import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { nodeForCarrel } from './packaged-node.mjs';
import { callerFolder, places } from './places.mjs';
import { runInPlace } from './run.mjs';
import { ensureInstalled } from './setup.mjs';

/** @param {string} text */
const say = (text) => console.error(text);

/**
 * Runs the built command line where the user stands.
 * @param {readonly string[]} words
 * @returns {Promise<number>} its exit code
 */
export const runCli = async (words) => {
  await ensureInstalled(places, say);
  await ensureBuilt(places, say);
  const cwd = callerFolder('carrel');
  return runInPlace(nodeForCarrel(), [join(places.out, 'main', 'cli.js'), ...words], { cwd });
};
