import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { downloadAddress, failedLately, fetchElectron, findElectron } from './electron-binary.mjs';
import { usualLibrary } from './library-folder.mjs';
import { parseOptions, usage } from './options.mjs';
import { nodeForCarrel } from './packaged-node.mjs';
import { callerFolder, places, root } from './places.mjs';
import { runInPlace } from './run.mjs';
import { ensureInstalled } from './setup.mjs';

/** @typedef {import('./options.mjs').Options} Options */

/** @param {string} text */
const say = (text) => console.error(text);

/** Whether a window can be shown at all. */
const hasScreen = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);

/**
 * Electron's program file if the app is to open in its own window, null for the browser.
 * @param {Options} options
 * @returns {Promise<string | null>}
 */
const chooseElectron = async ({ host }) => {
  if (host === 'browser') return null;
  const present = findElectron(places);
  if (host === null && !hasScreen()) {
    const what = present === null ? 'Electron is not here, and there is' : 'Electron has';
    say(`${what} no screen to open its window on, so Carrel opens in a browser, where it does the same.`);
    return null;
  }
  if (present !== null) return present;
  const address = downloadAddress(places);
  if (host === null && failedLately(places, address)) return null;
  const fetched = await fetchElectron(places, address);
  if (fetched !== null) return fetched;
  const reason = `Electron is not here and could not be fetched from ${new URL(address).host}`;
  if (host === 'electron')
    throw new Error(`${reason}. Without --host electron, Carrel opens in your browser.`);
  say(`${reason}, so Carrel opens in your browser, where it does the same.`);
  return null;
};

/**
 * @param {string} electron
 * @param {Options} options
 */
const openInElectron = (electron, { library, repair }) =>
  runInPlace(electron, [
    root,
    ...(library === null ? [] : ['--library', library]),
    ...(repair ? ['--repair'] : []),
  ]);

/** @param {Options} options */
const openInBrowser = ({ library, port, open, repair }) =>
  runInPlace(nodeForCarrel(), [
    join(places.out, 'main', 'browser-host.js'),
    ...(library === null ? ['--usual', usualLibrary()] : ['--library', library]),
    ...(port === null ? [] : ['--port', String(port)]),
    ...(open ? [] : ['--no-open']),
    ...(repair ? ['--repair'] : []),
  ]);

/**
 * @param {readonly string[]} words
 * @returns {Options | null} null when they make no sense; the reason and the usage are on stderr then
 */
const readOptions = (words) => {
  try {
    return parseOptions(words, callerFolder('start'));
  } catch (error) {
    // What Node itself has to say goes on about how to escape dashes.
    const [reason] = String(error instanceof Error ? error.message : error).split(/\.? To specify/);
    say(`${reason}\n\n${usage}`);
    return null;
  }
};

/**
 * `npm start`: sets up, builds when stale and opens Carrel.
 * @param {readonly string[]} words what stands after `npm start --`
 * @returns {Promise<number>} the exit code
 */
export const launch = async (words) => {
  const options = readOptions(words);
  if (options === null) return 2;
  if (options.help) {
    console.log(usage);
    return 0;
  }
  await ensureInstalled(places, say);
  await ensureBuilt(places, say);
  const electron = await chooseElectron(options);
  return electron === null ? openInBrowser(options) : openInElectron(electron, options);
};
