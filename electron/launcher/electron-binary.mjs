import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeForCarrel } from './packaged-node.mjs';
import { root } from './places.mjs';
import { runInPlace } from './run.mjs';

/** @typedef {import('./places.mjs').Places} Places */

/** A download that did not answer is not asked again for this long, in milliseconds. */
const patience = 24 * 60 * 60 * 1000;

const executables = /** @type {Record<string, string>} */ ({
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
});

/** @param {string} path */
const readText = (path) => {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
};

/**
 * Electron's program file, if it is on this computer. Looks only: `require('electron')` would try to download it.
 * @param {Places} places
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | null}
 */
export const findElectron = (places, env = process.env) => {
  const named = readText(join(places.electron, 'path.txt'));
  const override = env.ELECTRON_OVERRIDE_DIST_PATH;
  if (named === null && override === undefined) return null;
  const path = join(
    override ?? join(places.electron, 'dist'),
    named ?? executables[process.platform] ?? 'electron',
  );
  return existsSync(path) ? path : null;
};

/**
 * Where Electron's zip for this computer is downloaded from, as @electron/get decides it.
 * @param {Places} places
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string}
 */
export const downloadAddress = (places, env = process.env) => {
  const { version } = JSON.parse(readFileSync(join(places.electron, 'package.json'), 'utf8'));
  const mirror =
    env.npm_config_electron_mirror ??
    env.NPM_CONFIG_ELECTRON_MIRROR ??
    env.ELECTRON_MIRROR ??
    'https://github.com/electron/electron/releases/download/';
  const folder = (env.ELECTRON_CUSTOM_DIR ?? `v${version}`).replace('{{ version }}', version);
  return `${mirror}${folder}/electron-v${version}-${process.platform}-${process.arch}.zip`;
};

/**
 * Whether a download from this address failed within the last day.
 * @param {Places} places
 * @param {string} address
 * @param {number} [now]
 * @returns {boolean}
 */
export const failedLately = (places, address, now = Date.now()) => {
  try {
    const note = JSON.parse(readFileSync(places.electronProbe, 'utf8'));
    return note.address === address && now - note.at >= 0 && now - note.at < patience;
  } catch {
    return false;
  }
};

/**
 * @param {Places} places
 * @param {string} address
 * @param {number} [now]
 */
export const rememberFailure = (places, address, now = Date.now()) => {
  try {
    writeFileSync(places.electronProbe, JSON.stringify({ address, at: now }));
  } catch {
    // Not being able to remember only costs the next start three seconds.
  }
};

/**
 * Fetches Electron, showing how far it is. Resolves to its program file, or to null when it cannot be had now.
 * @param {Places} places
 * @param {string} address
 * @returns {Promise<string | null>}
 */
export const fetchElectron = async (places, address) => {
  // A process of its own on the newer Node, whose fetch follows the proxy settings of the environment.
  const fetcher = join(root, 'electron', 'launcher', 'fetch-electron.mjs');
  const code = await runInPlace(nodeForCarrel(), [fetcher, places.electron, address], {
    env: { ...process.env, NODE_USE_ENV_PROXY: '1' },
  });
  const found = code === 0 ? findElectron(places) : null;
  if (found === null) rememberFailure(places, address);
  else rmSync(places.electronProbe, { force: true });
  return found;
};
