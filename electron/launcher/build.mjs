import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { nodeForCarrel } from './packaged-node.mjs';
import { places as ownPlaces } from './places.mjs';
import { runQuietly } from './run.mjs';

/** @typedef {import('./places.mjs').Places} Places */

/** What the built files are made of. */
const sources = ['shared', 'electron', 'renderer', 'assets', 'package.json', 'package-lock.json'];
const notBuilt = new Set(['launcher', 'node_modules']);
/** A build that takes longer than this, in milliseconds, has died. */
const buildsAtMost = 120_000;

/**
 * @param {string} folder
 * @param {string} name
 * @returns {string[]} `path size time` of each file
 */
const describe = (folder, name) => {
  const path = join(folder, name);
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (!found.isDirectory()) return [`${path} ${found.size} ${found.mtimeMs}`];
  return readdirSync(path)
    .filter((child) => !notBuilt.has(child))
    .toSorted()
    .flatMap((child) => describe(path, child));
};

/**
 * A short name for the sources as they are now, from names, sizes and times: some hundred files in some milliseconds.
 * @param {Places} places
 * @returns {string}
 */
export const stampOf = (places) =>
  createHash('sha256')
    .update(sources.flatMap((name) => describe(places.root, name)).join('\n'))
    .digest('hex');

/** @param {Places} places */
const builtStamp = (places) => {
  try {
    return readFileSync(places.stamp, 'utf8');
  } catch {
    return null;
  }
};

/**
 * Whether the built files are older than the sources, or not there.
 * @param {Places} places
 * @returns {boolean}
 */
export const isStale = (places) => builtStamp(places) !== stampOf(places);

/**
 * @param {Places} places
 * @returns {boolean} whether this process may build now
 */
const takeLock = (places) => {
  try {
    mkdirSync(places.buildLock);
    return true;
  } catch {
    const since = statSync(places.buildLock, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (Date.now() - since > buildsAtMost) rmSync(places.buildLock, { recursive: true, force: true });
    return false;
  }
};

/** @param {Places} places */
const build = async (places) => {
  const stamp = stampOf(places);
  rmSync(places.stamp, { force: true });
  const { code, output } = await runQuietly(
    nodeForCarrel(),
    [
      join(places.modules, 'electron-vite', 'bin', 'electron-vite.js'),
      'build',
      '--config',
      join(places.root, 'electron', 'electron.vite.config.ts'),
      '--logLevel',
      'warn',
    ],
    {
      cwd: places.root,
      env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1', FORCE_COLOR: undefined },
    },
  );
  if (code !== 0) {
    const said = output.split('\n').filter((line) => line.trim() !== '' && !/^\s+at /.test(line));
    throw new Error(`Carrel could not be built:\n${said.join('\n')}`);
  }
  mkdirSync(places.out, { recursive: true });
  writeFileSync(places.stamp, stamp);
};

/**
 * Builds when stale. Two starts at once build once: the second waits for the first. Throws a sentence and the build's
 * own words.
 * @param {Places} places
 * @param {(text: string) => void} say
 */
export const ensureBuilt = async (places, say) => {
  for (let waited = 0; isStale(places); waited += 100) {
    if (takeLock(places)) {
      try {
        say(
          `Building Carrel (${builtStamp(places) === null ? 'first time' : 'it has changed'}, a few seconds)…`,
        );
        await build(places);
        return;
      } finally {
        rmSync(places.buildLock, { recursive: true, force: true });
      }
    }
    if (waited > buildsAtMost) throw new Error('Carrel could not be built: another build does not end.');
    await wait(100);
  }
};

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  await ensureBuilt(ownPlaces, (text) => console.error(text));
