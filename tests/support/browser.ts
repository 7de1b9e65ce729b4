import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from '../../electron/launcher/browser.mjs';

/**
 * A real browser without a window: the one that `CARREL_CHROMIUM` names, an installed one, or the one from npm. The
 * caller closes it. No sandbox: as root, as in most build machines, Chromium does not start with one.
 */
export const launchBrowser = async (): Promise<Browser> =>
  chromium.launch({ executablePath: await findBrowser(), args: ['--no-sandbox'] });
