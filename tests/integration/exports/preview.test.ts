import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TopicId } from '#shared/model/ids.ts';
import { launchBrowser } from '#tests/support/browser.ts';
import { openTestCore, type TestCore } from '#tests/support/open-core.ts';
import { addPicture } from '#tests/support/publishable-library.ts';

let core: TestCore;
let draft: TopicId;
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
  core = await openTestCore();
  ({ topicId: draft } = await core.call('topics.create', { title: 'A draft', parentId: null }));
});
afterAll(async () => {
  await browser.close();
  await core.close();
});

const get = (path: string) => core.fetch(new Request(`carrel://app${path}`));

it.each(['', '/'])('leads from the topic%s to its page, though it is a draft', async (end) => {
  const answer = await get(`/preview/${draft}${end}`);
  expect(answer.status).toBe(302);
  expect(answer.headers.get('location')).toBe(`/preview/${draft}/topics/a-draft.html`);
});

it('shows the present state each time, and lets the page do nothing but show itself', async () => {
  await core.call('topics.update', { topicId: draft, patch: { description: 'Changed just now.' } });
  const answer = await get(`/preview/${draft}/topics/a-draft.html`);
  expect(await answer.text()).toContain('Changed just now.');
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'self'");
  expect(policy).toMatch(/sandbox(?!.*allow-scripts)/);
  expect(policy).not.toContain('unsafe');
});

it('says on the page of search that it works when it is published, and does not look broken', async () => {
  const page = await browser.newPage();
  await page.route('**/*', async (route) => {
    const answer = await get(new URL(route.request().url()).pathname);
    const headers = Object.fromEntries(answer.headers);
    await route.fulfill({ status: answer.status, headers, body: Buffer.from(await answer.arrayBuffer()) });
  });
  await page.goto(`http://preview.test/preview/${draft}/search.html`);
  const main = await page.getByRole('main').innerText();
  expect(main).toContain('Search works on the published pages.');
  expect(main).not.toContain('needs JavaScript');
  expect(await page.getByRole('searchbox').count()).toBe(0);
  await page.close();
});

it('shows a picture whose license is still to be decided', async () => {
  const imageId = await addPicture(core, { seed: 5, alt: 'A river.', credit: {} });
  await core.call('topics.update', { topicId: draft, patch: { hero: { imageId, focalPoint: null } } });
  const page = await (await get(`/preview/${draft}/topics/a-draft.html`)).text();
  const [picture = ''] = /images\/[0-9a-f]{12}-480\.webp/.exec(page) ?? [];
  const answer = await get(`/preview/${draft}/${picture}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('image/webp');
});

it.each([
  ['a topic that is not there', '/preview/01900000-0000-7000-8000-000000000000/index.html'],
  ['what is no id', '/preview/x/index.html'],
  ['a way out', `/preview/{draft}/..%2f..%2flibrary.json`],
  ['a file that is not there', '/preview/{draft}/topics/other.html'],
])('has nothing at %s', async (_what, path) => {
  expect((await get(path.replace('{draft}', draft))).status).toBe(404);
});
