import { join } from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { appOrigin } from './app-scheme.ts';
import { isReachable, readWindowState, writeWindowState } from './window-state.ts';

type WindowOptions = { readonly preload: string; readonly userData: string; readonly title: string };

/** Opens the app's one window where it was last time. */
export const openWindow = async ({ preload, userData, title }: WindowOptions): Promise<BrowserWindow> => {
  const stateFile = join(userData, 'window.json');
  const saved = readWindowState(stateFile);
  const place =
    saved &&
    isReachable(
      saved,
      screen.getAllDisplays().map((display) => display.workArea),
    )
      ? { x: saved.x, y: saved.y, width: saved.width, height: saved.height }
      : { width: 1366, height: 860 };
  const window = new BrowserWindow({
    ...place,
    minWidth: 360,
    minHeight: 360,
    title,
    show: false,
    // The paper and ink of the tokens, so that nothing flashes before the page has drawn.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1b1815' : '#f7f3ec',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Chromium would fetch dictionaries from a server; macOS checks spelling by itself.
      spellcheck: process.platform === 'darwin',
    },
  });
  if (saved?.maximized) window.maximize();
  window.once('ready-to-show', () => {
    window.show();
  });
  window.on('close', () => {
    writeWindowState(stateFile, { ...window.getNormalBounds(), maximized: window.isMaximized() });
  });
  await window.loadURL(`${appOrigin}/`);
  return window;
};
