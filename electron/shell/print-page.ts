import { randomUUID } from 'node:crypto';
import { BrowserWindow, session, type Session } from 'electron';
import { scheme } from './app-scheme.ts';
import { guardSession } from './guards.ts';

/** A world of its own for the one question that is asked of the page: its policy forbids scripts of any kind. */
const ownWorld = 1000;

/** The address of a page that is printed. Not the app's own: such a page may ask the program for nothing. */
const addressOf = (id: string): string => `${scheme}://print/${id}`;

/** A session of its own in memory, in which there are these pages and nothing else: no network, no permissions, no app. */
const sessionWith = (pages: ReadonlyMap<string, string>): Session => {
  const alone = session.fromPartition('print', { cache: false });
  alone.protocol.handle(scheme, ({ url }) => {
    const page = pages.get(url);
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    return page === undefined ? new Response(null, { status: 404 }) : new Response(page, { headers });
  });
  guardSession(alone);
  return alone;
};

const hiddenWindow = (alone: Session): BrowserWindow =>
  new BrowserWindow({
    show: false,
    webPreferences: {
      session: alone,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      spellcheck: false,
    },
  });

/** Rejects when the window's page dies, or when it is told to stop. */
const mishap = (window: BrowserWindow, signal: AbortSignal | undefined): Promise<never> =>
  new Promise((_resolve, reject) => {
    const stop = () => reject(signal?.reason as Error);
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop, { once: true });
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      reject(new Error(`the page that was to be printed is gone: ${reason}`));
    });
  });

const print = async ({ webContents }: BrowserWindow, load: () => Promise<void>): Promise<Uint8Array> => {
  // Stands in the PDF as the program that made it.
  webContents.setUserAgent('Carrel');
  await load();
  // Not before the fonts, which the page brings along, are there: it would be printed with others.
  await webContents.executeJavaScriptInIsolatedWorld(ownWorld, [
    { code: 'document.fonts.ready.then(() => true)' },
  ]);
  return webContents.printToPDF({
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
};

/** Prints a page into a PDF; rejects when that fails, or at once when `signal` says so. */
export type PrintPage = (page: string, signal?: AbortSignal) => Promise<Uint8Array>;

/**
 * Prints pages that hold everything into PDFs, tagged and with an outline, each in a hidden window that nothing gets out
 * of. To be called when the app is ready.
 */
export const createPrinter = (): PrintPage => {
  const pages = new Map<string, string>();
  const alone = sessionWith(pages);
  return async (page, signal) => {
    const address = addressOf(randomUUID());
    pages.set(address, page);
    const window = hiddenWindow(alone);
    try {
      const printed = print(window, () => window.loadURL(address));
      // Whichever comes second has nobody left to tell.
      printed.catch(() => undefined);
      return await Promise.race([printed, mishap(window, signal)]);
    } finally {
      window.destroy();
      pages.delete(address);
    }
  };
};
