import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanSvg } from '#core/images/clean-svg.ts';
import { launchBrowser } from '#tests/support/browser.ts';

const folder = join(
  process.env['CARREL_FIXTURES'] ?? join(import.meta.dirname, '../../../shared/fixtures'),
  'images',
);
const isThere = existsSync(folder);
if (!isThere) process.stderr.write(`Skipped: the collected pictures are not at ${folder}\n`);

/** Worse than the collected ones: each must not run or load anything, either. */
const ownCases: Record<string, string> = {
  'handler in any case': '<rect width="9" height="9" ONLOAD="alert(1)"/><image href="x" onerror="alert(1)"/>',
  'animated link': '<a><animate attributeName="href" values="javascript:alert(1)"/><text y="9">x</text></a>',
  'foreign object':
    '<foreignObject width="99" height="99"><body xmlns="http://www.w3.org/1999/xhtml"><img src="x" onerror="alert(1)"/></body></foreignObject>',
  'style from elsewhere':
    '<style>@import url("/leak.css"); rect{fill:url("/leak.svg#a")}</style><rect width="9" height="9"/>',
  'picture from elsewhere':
    '<image href="/leak.png" width="9" height="9"/><use href="/leak.svg#a"/><feImage href="/leak.png"/>',
  'script in another namespace': '<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>',
};

const wrap = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="99" height="99">${inside}</svg>`;

let browser: Browser;
let server: Server;
let served = '';
let asked: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  // Without the headers that the app sends: the cleaned file must be harmless by itself, as it is when published.
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const isDrawing = request.url === '/drawing.svg';
    response.writeHead(isDrawing ? 200 : 404, { 'content-type': 'image/svg+xml' });
    response.end(isDrawing ? served : '');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
});
afterAll(async () => {
  await browser.close();
  server.close();
});

/** Opens a drawing as a document of its own, where scripts would run, clicks into it, and tells what happened. */
const watch = async (drawing: string) => {
  served = drawing;
  asked = [];
  const happened: string[] = [];
  const page: Page = await browser.newPage();
  page.on('dialog', (dialog) => {
    happened.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => happened.push(`script ${error.message}`));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/drawing.svg`;
  await page.goto(address);
  for (const link of await page.locator('a').all()) await link.dispatchEvent('click');
  // Two frames: what a click or an animation sets off has begun by then.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  const isStillThere = page.url().split('#')[0] === address;
  await page.close();
  return {
    happened,
    asked: asked.filter((path) => path !== '/drawing.svg' && path !== '/favicon.ico'),
    isStillThere,
  };
};

const harmless = { happened: [], asked: [], isStillThere: true };

describe('a cleaned drawing in a real browser', () => {
  it('would be seen to run a script', async () => {
    expect(
      await watch(wrap('<script>alert(1)</script><image href="/leak.png" width="9" height="9"/>')),
    ).toEqual({
      happened: ['dialog 1'],
      asked: ['/leak.png'],
      isStillThere: true,
    });
  });

  it.each(Object.entries(ownCases))('does nothing: %s', async (_name, inside) => {
    expect(await watch(cleanSvg(Buffer.from(wrap(inside))).bytes.toString())).toEqual(harmless);
  });
});

describe.skipIf(!isThere)('the collected hostile drawings', () => {
  it('do nothing in a real browser', async () => {
    const names = (await readdir(folder)).filter(
      (name) => name.endsWith('.svg') && !name.startsWith('svg-xlinkLaughsTest.svg'),
    );
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) {
      const clean = cleanSvg(await readFile(join(folder, name)));
      expect([name, await watch(clean.bytes.toString())]).toEqual([name, harmless]);
    }
  });
});
