import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { _electron, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { findElectron } from '../../electron/launcher/electron-binary.mjs';
import { places, root } from '../../electron/launcher/places.mjs';
import { launchBrowser } from './browser.ts';
import { builtFile } from './built.ts';
import { startShell } from './start-shell.ts';

/** What a host needs to start: a library, and a folder for its settings. */
export type HostStart = {
  readonly libraryDir: string;
  readonly settingsDir: string;
  /** The size, colors and contrast of the screen. */
  readonly screen?: Screen;
  /** Called before the first page is asked for. */
  readonly onContext: (context: BrowserContext, origin: string) => void;
};

/** How the window looks at the start. */
export type Screen = Pick<
  BrowserContextOptions,
  'viewport' | 'deviceScaleFactor' | 'colorScheme' | 'forcedColors' | 'reducedMotion' | 'hasTouch'
>;

/** The app as it runs under one host, with its first window. */
export type RunningHost = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Where the app is; all that a page of it may ask for begins so. */
  readonly origin: string;
  /** One more window on the same library; null where the host has only one. */
  readonly openWindow: (() => Promise<Page>) | null;
  /** Answers the next native dialog for a place; null where the host has none and the browser keeps a download. */
  readonly choosePlace: ((path: string) => Promise<void>) | null;
  /** Ends it without any warning, as a power cut does, and starts it again at the same place; null where it cannot. */
  readonly crash: (() => Promise<{ readonly restart: () => Promise<void> }>) | null;
  /** Ends it as Ctrl-C or closing the window does; answers the exit code. */
  readonly stop: () => Promise<number | null>;
};

/** A host that journeys run under. */
export type HostKind = {
  readonly name: 'browser host' | 'stubbed shell' | 'Electron';
  /** Why it cannot run here, or null. */
  readonly absent: string | null;
  readonly start: (options: HostStart) => Promise<RunningHost>;
};

const laptop = { viewport: { width: 1366, height: 768 } } as const;

type Program = {
  readonly entrance: string;
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>;
};

const startBrowserHost = async ({ libraryDir, settingsDir }: HostStart, port = 0): Promise<Program> => {
  const words = ['--library', libraryDir, '--no-open', '--port', String(port)];
  const child = spawn(process.execPath, [builtFile('main/browser-host.js'), ...words], {
    env: { ...process.env, CARREL_CONFIG_DIR: settingsDir, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const ended = once(child, 'close') as Promise<[number | null]>;
  const line = once(createInterface({ input: child.stdout }), 'line') as Promise<[string]>;
  const [said] = await Promise.race([line, ended.then(() => [''])]);
  const entrance = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(said ?? '')?.[0];
  if (!entrance) throw new Error(`the browser host did not start: ${errors}`);
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    return (await ended)[0];
  };
  return { entrance, end };
};

const browserHost: HostKind = {
  name: 'browser host',
  absent: null,
  start: async (options) => {
    let program = await startBrowserHost(options);
    const { origin, port } = new URL(program.entrance);
    const browser = await launchBrowser();
    const context = await browser.newContext({ ...laptop, ...options.screen });
    options.onContext(context, origin);
    const open = async (address: string) => {
      const page = await context.newPage();
      await page.goto(address);
      return page;
    };
    return {
      context,
      origin,
      page: await open(program.entrance),
      openWindow: () => open(origin),
      choosePlace: null,
      crash: async () => {
        await program.end('SIGKILL');
        const restart = async () => {
          program = await startBrowserHost(options, Number(port));
          // A new start has a new key; the browser gets it as the user's does, by the address that is shown.
          await (await open(program.entrance)).close();
        };
        return { restart };
      },
      stop: async () => {
        await browser.close();
        return program.end('SIGINT');
      },
    };
  },
};

const stubbedShell: HostKind = {
  name: 'stubbed shell',
  absent: null,
  start: async ({ libraryDir, settingsDir, screen, onContext }) => {
    const shell = await startShell({ libraryDir, userData: settingsDir });
    const browser = await launchBrowser();
    const context = await browser.newContext({ ...laptop, ...screen });
    onContext(context, shell.address);
    await shell.addPreload(context);
    const openWindow = async () => {
      const page = await context.newPage();
      await page.goto(shell.address);
      return page;
    };
    return {
      context,
      origin: shell.address,
      page: await openWindow(),
      openWindow,
      choosePlace: async (path) => {
        await shell.control({ do: 'dialog', answer: { canceled: false, filePath: path, filePaths: [path] } });
      },
      crash: null,
      stop: async () => {
        await browser.close();
        return shell.stop();
      },
    };
  },
};

const whyNoElectron = (): string | null => {
  if (findElectron(places) === null) return 'its program file is not on this computer';
  const needsDisplay =
    process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];
  return needsDisplay ? 'this computer has no display' : null;
};

const electron: HostKind = {
  name: 'Electron',
  absent: whyNoElectron(),
  start: async ({ libraryDir, settingsDir, screen, onContext }) => {
    const app = await _electron.launch({
      executablePath: findElectron(places) ?? '',
      args: [root, '--library', libraryDir, `--user-data-dir=${settingsDir}`],
      env: { ...(process.env as Record<string, string>), CARREL_CONFIG_DIR: settingsDir },
    });
    onContext(app.context(), 'carrel://app');
    const page = await app.firstWindow();
    const { viewport, colorScheme, forcedColors, reducedMotion } = { ...laptop, ...screen };
    if (viewport) await page.setViewportSize(viewport);
    await page.emulateMedia({
      colorScheme: colorScheme ?? null,
      forcedColors: forcedColors ?? null,
      reducedMotion: reducedMotion ?? null,
    });
    const exited = once(app.process(), 'exit') as Promise<[number | null]>;
    return {
      context: app.context(),
      origin: 'carrel://app',
      page,
      openWindow: null,
      choosePlace: (path) =>
        app.evaluate(({ dialog }, place) => {
          dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [place] });
          dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: place });
        }, path),
      crash: null,
      stop: async () => {
        await app.close();
        return (await exited)[0];
      },
    };
  },
};

/** Every host, the ones that cannot run here too: those are reported as skipped, with the reason. */
export const hosts: readonly HostKind[] = [browserHost, stubbedShell, electron];

/** Whether a library is in use. */
export const isLocked = (libraryDir: string): boolean => existsSync(join(libraryDir, '.lock'));
