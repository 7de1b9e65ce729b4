import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { runQuietly } from './run.mjs';

/** @typedef {import('./places.mjs').Places} Places */
/** @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean }} LockedPackage */

/** @param {string} path */
const readText = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
};

/** @param {string} text */
const hashOf = (text) => createHash('sha256').update(text).digest('hex');

/**
 * @param {string} text a lockfile
 * @returns {Record<string, LockedPackage>}
 */
const packagesOf = (text) => {
  const { packages = {} } = JSON.parse(text);
  delete packages[''];
  return packages;
};

/**
 * Whether what npm says it installed is what the lockfile asks for. Optional packages of other systems may be absent.
 * @param {string} wantedText
 * @param {string} installedText
 */
const agree = (wantedText, installedText) => {
  try {
    const wanted = packagesOf(wantedText);
    const installed = packagesOf(installedText);
    return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
      const found = installed[path];
      return found ? found.version === version && found.integrity === integrity : optional === true;
    });
  } catch {
    return false;
  }
};

/**
 * Whether the libraries must be installed: never were, or the lockfile has changed since.
 * @param {Places} places
 * @returns {boolean}
 */
export const needsInstall = (places) => {
  const wanted = readText(places.lockfile);
  const installed = readText(places.installedLockfile);
  if (installed === null) return true;
  if (wanted === null || readText(places.installedHash) === hashOf(wanted)) return false;
  if (!agree(wanted, installed)) return true;
  rememberInstalled(places);
  return false;
};

/** @param {Places} places */
const rememberInstalled = (places) => {
  try {
    writeFileSync(places.installedHash, hashOf(readText(places.lockfile) ?? ''));
  } catch {
    // A folder that cannot be written to: the next start compares the lockfiles again.
  }
};

/** @type {readonly (readonly [RegExp, string])[]} */
const reasons = [
  [
    /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|network/i,
    'the package registry does not answer. Carrel needs the internet once, to set itself up',
  ],
  [/ENOSPC/, 'the disk is full'],
  [/EACCES|EPERM|EROFS/, 'its folder cannot be written to'],
  [/EUSAGE|in sync/, 'package-lock.json does not belong to package.json'],
  [/ENOENT.*npm|npm.*not found/i, 'npm was not found'],
];

/**
 * What went wrong, in a sentence.
 * @param {string} output what npm said
 * @returns {string}
 */
export const explainInstall = (output) => {
  const known = reasons.find(([pattern]) => pattern.test(output));
  const said = output.split('\n').find((line) => /^npm (error|ERR!) (?!code|A complete log)/.test(line));
  const reason = known?.[1] ?? said?.replace(/^npm (error|ERR!) /, '') ?? 'npm gave no reason';
  return `Carrel could not be set up: ${reason}. Nothing is lost; run the same command again when that is mended.`;
};

/** npm as it was called, or the one on the path. */
const npmCommand = () => {
  const npm = process.env.npm_execpath;
  return npm?.endsWith('.js') === true
    ? { command: process.execPath, first: [npm], shell: false }
    : { command: 'npm', first: [], shell: process.platform === 'win32' };
};

/**
 * Installs the libraries from the lockfile when they are missing or old. Throws a sentence.
 * @param {Places} places
 * @param {(text: string) => void} say
 */
export const ensureInstalled = async (places, say) => {
  if (!needsInstall(places)) return;
  say('Setting up Carrel (only now and after updates; about a minute)…');
  const { command, first, shell } = npmCommand();
  const { code, output } = await runQuietly(
    command,
    [
      ...first,
      'ci',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      '--fetch-retries=2',
      '--fetch-timeout=60000',
    ],
    { cwd: places.root, shell },
  ).catch((error) => ({ code: 1, output: String(error) }));
  if (code !== 0) throw new Error(explainInstall(output));
  rememberInstalled(places);
};
