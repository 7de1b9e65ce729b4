import { existsSync } from 'node:fs';
import { join } from 'node:path';

const windowsBrowsers = (folders: readonly (string | undefined)[]): readonly string[] =>
  folders.flatMap((folder) =>
    folder === undefined
      ? []
      : [
          join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
          join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
          join(folder, 'Chromium', 'Application', 'chrome.exe'),
        ],
  );

const macBrowsers = (home: string | undefined): readonly string[] =>
  ['', ...(home === undefined ? [] : [home])].flatMap((folder) =>
    ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
      (name) => `${folder}/Applications/${name}.app/Contents/MacOS/${name}`,
    ),
  );

const linuxBrowsers: readonly string[] = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
];

type Machine = { readonly platform: NodeJS.Platform; readonly env: NodeJS.ProcessEnv };

const candidates = ({ platform, env }: Machine): readonly string[] => {
  if (platform === 'win32') {
    return windowsBrowsers([env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']]);
  }
  return platform === 'darwin' ? macBrowsers(env['HOME']) : linuxBrowsers;
};

/**
 * An installed browser that can write a PDF: the one named by `CARREL_CHROMIUM`, else Edge, Chrome or Chromium where they
 * are installed to; null where there is none.
 */
export const findBrowser = (machine: Machine = process): string | null => {
  const named = machine.env['CARREL_CHROMIUM'];
  const all = [...(named === undefined || named === '' ? [] : [named]), ...candidates(machine)];
  return all.find((path) => existsSync(path)) ?? null;
};
