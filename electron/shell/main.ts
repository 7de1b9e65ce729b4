import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { app, dialog, session, type BrowserWindow } from 'electron';
import type { Host } from '#core/context.ts';
import { findApp } from '#core/app-root.ts';
import { createLibrary } from '#core/library/create-library.ts';
import { libraryPaths } from '#core/library/paths.ts';
import { createSampleLibrary } from '#core/library/sample-library.ts';
import { openCore, type Core } from '#core/open-core.ts';
import { configFolder } from '#core/settings/config-folder.ts';
import { openSettingsStore } from '#core/settings/create-settings-store.ts';
import { consoleLogger, systemClock } from '#core/system.ts';
import { CarrelError } from '#shared/contract/errors.ts';
import type { Settings } from '#shared/contract/settings.ts';
import { interfaceLanguage } from '#shared/domain/interface-language.ts';
import { registerAppScheme, serveApp } from './app-scheme.ts';
import { channels } from './channels.ts';
import { answerPreload } from './dialogs.ts';
import { guardNavigation, guardSession } from './guards.ts';
import { libraryFromArguments, readLastLibrary, writeLastLibrary } from './library-choice.ts';
import { installMenu } from './menu.ts';
import { openOrRestore, repairInPlace } from './open-or-restore.ts';
import { createPrinter, type PrintPage } from './print-page.ts';
import { createTickets } from './tickets.ts';
import { openWindow } from './window.ts';
import { createWords } from './words.ts';

const words = createWords();
const { label } = words;
const tickets = createTickets();
let window: BrowserWindow | null = null;
let core: Core | null = null;
let printPage: PrintPage | null = null;

const host: Host = {
  name: 'electron',
  capabilities: {
    saveDialog: true,
    openLibrary: true,
    switchLibrary: true,
    revealFile: true,
    nativeMenu: true,
  },
  destination: (ticket) => tickets.place(ticket),
  revealTicket: (path) => tickets.issue({ kind: 'file', path }),
  printPage: (page, signal) => (printPage ??= createPrinter())(page, signal),
  switchLibrary: (libraryDir) => switchLibrary(libraryDir),
};

const showMenu = (): void =>
  installMenu({
    label,
    runAction: (actionId) => window?.webContents.send(channels.menu, actionId),
    openLibrary: () => void chooseLibrary(),
  });

/** Takes the language that the person chose, or that of their system; a menu that is there is worded anew. */
const speakAs = ({ language }: Pick<Settings, 'language'>): void => {
  const isOther = words.speak(interfaceLanguage(language, app.getPreferredSystemLanguages()));
  if (isOther && window) showMenu();
};

/** What the person chose, before there is a library: for whatever may have to be said about that. */
const readSettings = async (): Promise<Settings> => {
  const folder = configFolder({ platform: process.platform, home: homedir(), env: process.env });
  return (await openSettingsStore({ folder, clock: systemClock, logger: consoleLogger })).get();
};

const isNewOrEmpty = (folder: string): boolean => !existsSync(folder) || readdirSync(folder).length === 0;

const openLibraryAt = async (libraryDir: string): Promise<Core> => {
  if (isNewOrEmpty(libraryDir)) await createSampleLibrary(libraryDir);
  const opened = await openCore({ libraryDir, host, assetsDir: join(findApp().root, 'out', 'renderer') });
  writeLastLibrary(app.getPath('userData'), libraryDir);
  opened.context.events.subscribe(({ type }) => {
    if (type === 'settings') speakAs(opened.context.settings.get());
  });
  return opened;
};

/** A folder with nothing in it becomes a library of its own, empty: only the first start brings the sample. */
const openChosen = async (libraryDir: string): Promise<Core> => {
  if (isNewOrEmpty(libraryDir))
    await createLibrary(libraryPaths(libraryDir), {
      title: basename(libraryDir),
      language: words.language(),
    });
  return openLibraryAt(libraryDir);
};

const explain = (error: unknown): void => {
  const known = error instanceof CarrelError;
  if (!known) consoleLogger.error('the library could not be opened', error);
  dialog.showErrorBox(
    label('dialog.cannot-open'),
    known ? words.sentence(error) : label('dialog.unexpected'),
  );
};

/** Opens another library first and lets go of the present one only when that worked. */
const chooseLibrary = async (): Promise<void> => {
  if (!window) return;
  const answer = await dialog.showOpenDialog(window, {
    title: label('dialog.open-library'),
    properties: ['openDirectory'],
  });
  const libraryDir = answer.filePaths[0];
  if (answer.canceled || !libraryDir) return;
  try {
    const next = await openOrRestore(libraryDir, openChosen, words);
    const previous = core;
    core = next;
    await window.loadURL(window.webContents.getURL());
    await previous?.close();
  } catch (error) {
    explain(error);
  }
};

/** Shows a library that was just made; the page begins anew by itself. */
const switchLibrary = async (libraryDir: string): Promise<void> => {
  const next = await openLibraryAt(libraryDir);
  const previous = core;
  core = next;
  previous?.context.events.publish({ type: 'replaced' });
  await previous?.close();
};

const start = async (): Promise<void> => {
  speakAs(await readSettings());
  const userData = app.getPath('userData');
  const libraryDir =
    libraryFromArguments(process.argv) ??
    readLastLibrary(userData) ??
    join(app.getPath('documents'), 'Carrel');
  if (process.argv.includes('--repair')) await repairInPlace(libraryDir);
  core = await openOrRestore(libraryDir, openLibraryAt, words);
  serveApp(session.defaultSession, (request) =>
    core ? core.fetch(request) : Promise.resolve(new Response(null, { status: 503 })),
  );
  guardSession(session.defaultSession);
  answerPreload({ window: () => window, tickets, label, openLibrary: chooseLibrary });
  showMenu();
  const preload = join(findApp().root, 'out', 'preload', 'preload.cjs');
  window = await openWindow({ preload, userData, title: 'Carrel' });
};

const quitCleanly = (): void => {
  let closing = false;
  app.on('before-quit', (event) => {
    if (closing || !core) return;
    event.preventDefault();
    closing = true;
    core
      .close()
      .catch(explain)
      .finally(() => {
        app.quit();
      });
  });
  app.on('window-all-closed', () => {
    app.quit();
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());
};

const focusWindow = (): void => {
  if (window?.isMinimized()) window.restore();
  window?.focus();
};

registerAppScheme();
guardNavigation(app);
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', focusWindow);
  quitCleanly();
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      explain(error);
      app.exit(1);
    });
} else {
  app.quit();
}
