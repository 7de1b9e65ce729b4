import { afterEach, expect, test, vi } from 'vitest';
import { findBrowser } from '../../../electron/launcher/browser.mjs';
import { launchBrowser } from '../../support/browser.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

test('the browser that CARREL_CHROMIUM names is taken', async () => {
  vi.stubEnv('CARREL_CHROMIUM', '/opt/my/chrome');
  expect(await findBrowser()).toBe('/opt/my/chrome');
});

test.runIf(process.platform === 'linux' && process.arch === 'x64')(
  'where no browser is installed, the one from npm shows a page',
  async () => {
    vi.stubEnv('CARREL_CHROMIUM', 'package');
    expect(await findBrowser()).toMatch(/\.carrel-chromium\/chromium$/);
    const browser = await launchBrowser();
    const page = await browser.newPage();
    await page.setContent('<h1>Topic boards</h1>');
    expect(await page.getByRole('heading').textContent()).toBe('Topic boards');
    await browser.close();
  },
);
