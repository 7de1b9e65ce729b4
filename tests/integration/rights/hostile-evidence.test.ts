import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#tests/support/browser.ts';
import { watchForHarm } from '#tests/support/harm.ts';
import { makeImage } from '#tests/support/make-image.ts';
import { openTestCore, type TestCore } from '#tests/support/open-core.ts';
import { addFile } from '#tests/support/publishable-library.ts';
import { startBrowserHost, type BrowserHost } from '../../../electron/browser-host/start-browser-host.ts';

let core: TestCore;
let host: BrowserHost;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  core = await openTestCore();
  host = await startBrowserHost({ core });
  browser = await launchBrowser();
  context = await browser.newContext();
  await (await context.newPage()).goto(host.entrance);
});
afterAll(async () => {
  await browser.close();
  await host.close();
  await core.close();
});

const script =
  '<script>alert(1);fetch("/rpc/session.get",{method:"POST",body:"{}"})</script><img src="https://spy.example/a.png" onerror="alert(2)">';

/** Keeps bytes as evidence for a picture, and answers the address at which the inspector opens them. */
const keep = async (fileName: string, text: string): Promise<string> => {
  const imageId = await addFile(core, await makeImage(), 'a.jpg');
  const { id: uploadId } = await core.context.uploads.receive(new Blob([text]).stream(), 1_000_000);
  const { evidenceId } = await core.call('evidence.add', { imageId, uploadId, fileName, fields: {} });
  return `${host.origin}/evidence/${evidenceId}`;
};

/** What opening an address in a tab of its own does: hands over a file, or shows a page of some type. */
const open = async (address: string) => {
  const page: Page = await context.newPage();
  const harm = watchForHarm(context, (asked) => asked === address);
  const download = page.waitForEvent('download', { timeout: 3_000 }).catch(() => null);
  const shown = await page.goto(address).catch(() => null);
  const file = shown === null ? await download : null;
  const type = shown === null ? null : await page.evaluate(() => document.contentType);
  const seen = { file: file?.suggestedFilename() ?? null, type, harm: harm() };
  await page.close();
  return seen;
};

describe('a piece of evidence that is opened', () => {
  it.each([
    ['a saved page', 'page.html', `<!doctype html><title>x</title>${script}`],
    ['an old page', 'page.htm', `<html><body>${script}</body></html>`],
    ['a page of XML', 'page.xhtml', `<?xml version="1.0"?><!DOCTYPE html><html>${script}</html>`],
    [
      'a letter',
      'letter.eml',
      `From: a@example.org\nTo: b@example.org\nSubject: Yes\nContent-Type: text/html\n\n${script}`,
    ],
    [
      'a page saved whole',
      'page.mhtml',
      `From: <Saved>\nMIME-Version: 1.0\nSubject: x\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n${script}\n--b--`,
    ],
  ])('is handed over as a file and never shown under this address: %s', async (_what, name, text) => {
    expect(await open(await keep(name, text))).toEqual({ file: name, type: null, harm: [] });
  });

  it.each([
    [
      'a drawing',
      'drawing.svg',
      `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>`,
    ],
    ['a text that looks like a page', 'note.html', `She said yes. <html>${script}</html>`],
    ['a script', 'code.js', 'alert(1)'],
  ])('is shown as the text that it is: %s', async (_what, name, text) => {
    expect(await open(await keep(name, text))).toEqual({ file: null, type: 'text/plain', harm: [] });
  });

  it('is no page in the clothes of a picture', async () => {
    const { file, type } = await open(await keep('photo.html', `GIF89a/*${script}*/`));
    expect({ file, type }).toEqual({ file: null, type: 'image/gif' });
  });

  it('keeps a name from outside a name', async () => {
    const name = 'a"\r\nSet-Cookie: x=y; (evil)\ud800\u202Egnp.html';
    const address = await keep(name, `<!doctype html><title>x</title>${script}`);
    const answer = await context.request.get(address);
    expect(answer.status()).toBe(200);
    expect(answer.headers()['set-cookie']).toBeUndefined();
    expect(answer.headers()['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''[\w%.~!*-]+$/);
  });
});
