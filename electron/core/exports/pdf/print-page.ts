import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Host } from '#core/context.ts';
import { refusal } from '#core/refusal.ts';
import { CarrelError } from '#shared/contract/errors.ts';
import { findBrowser } from './find-browser.ts';

const run = promisify(execFile);
const longest = 120_000;

/**
 * What a browser is told: no window, a profile of its own that is thrown away, no network at all (every name leads
 * nowhere), and a PDF that is tagged and has an outline.
 */
const flags = (folder: string): readonly string[] => [
  '--headless',
  '--disable-gpu',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-sync',
  // Stands in the PDF as the program that made it.
  '--user-agent=Carrel',
  '--no-first-run',
  '--no-default-browser-check',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=127.0.0.1:9',
  `--user-data-dir=${join(folder, 'profile')}`,
  // Not before the fonts, which the page brings along, are there: a busy machine would print with others.
  '--virtual-time-budget=10000',
  '--no-pdf-header-footer',
  '--export-tagged-pdf',
  '--generate-pdf-document-outline',
  `--print-to-pdf=${join(folder, 'page.pdf')}`,
  // Chromium's sandbox cannot start as root; everywhere else it stays on.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** Prints with an installed browser, which reads the page from a temporary folder. */
const printWithBrowser = async (page: string, signal?: AbortSignal): Promise<Uint8Array> => {
  const browser = findBrowser();
  if (browser === null) throw refusal('unsupported', 'no-pdf-browser');
  const folder = await mkdtemp(join(tmpdir(), 'carrel-pdf-'));
  try {
    const file = join(folder, 'page.html');
    await writeFile(file, page);
    await run(browser, [...flags(folder), pathToFileURL(file).href], {
      timeout: longest,
      killSignal: 'SIGKILL',
      ...(signal && { signal }),
    });
    return await readFile(join(folder, 'page.pdf'));
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
};

/**
 * Prints a page that holds everything into a PDF: by the host itself where it can, else by an installed browser. Refuses
 * with `unsupported`, reason `no-pdf-browser`, where there is neither, and `storage`, `pdf-failed`, when it fails.
 * `signal` ends it at once.
 */
export const printPage = async (
  { printPage: printByHost }: Host,
  page: string,
  signal?: AbortSignal,
): Promise<Uint8Array> => {
  try {
    return await (printByHost ?? printWithBrowser)(page, signal);
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof CarrelError || (error as NodeJS.ErrnoException).code === 'ENOSPC') throw error;
    throw Object.assign(refusal('storage', 'pdf-failed'), { cause: error });
  }
};
