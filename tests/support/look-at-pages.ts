import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { axeViolations, sidewaysScroll } from './axe.ts';

/** The ways in which every published page is looked at. */
export const waysToLook = [
  { name: 'light', options: { colorScheme: 'light' } },
  { name: 'dark', options: { colorScheme: 'dark' } },
  { name: 'forced colors', options: { forcedColors: 'active' } },
  { name: 'at 320 pixels', options: { viewport: { width: 320, height: 640 } } },
] as const satisfies readonly { readonly name: string; readonly options: BrowserContextOptions }[];

type Look = {
  readonly folder: string;
  readonly paths: readonly string[];
  readonly options: BrowserContextOptions;
};

/** What axe finds wrong with pages opened from a folder, and which of them scroll sideways. */
export const faultsOfPages = async (
  browser: Browser,
  { folder, paths, options }: Look,
): Promise<readonly string[]> => {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const found: string[] = [];
  for (const path of paths) {
    await page.goto(pathToFileURL(join(folder, path)).href);
    const sideways = await sidewaysScroll(page);
    if (sideways > 0) found.push(`${path} scrolls sideways by ${sideways}`);
    found.push(...(await axeViolations(page)).map((problem) => `${path}: ${problem}`));
  }
  await context.close();
  return found;
};
