import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeContract } from '#tests/support/contract-suite.ts';

const folder = join(import.meta.dirname, '..', '..', 'docs', 'guide');

describeContract('guide', ({ call, fetch }) => {
  it('opens with its contents, which name every page that ships', async () => {
    const contents = await call('guide.page', { page: 'contents' });
    expect(contents.title).toBe('User guide');
    const files = (await readdir(folder)).filter((name) => name.endsWith('.md') && name !== 'README.md');
    expect(contents.pages[0]).toEqual({ page: 'contents', title: 'User guide' });
    expect(contents.pages.map(({ page }) => `${page}.md`).toSorted()).toEqual(
      [...files, 'contents.md'].toSorted(),
    );
    const links = contents.html.matchAll(/href="#guide:([a-z-]+)"/g);
    const linked = new Set([...links].map(([, page]) => `${page}.md`));
    expect(files.filter((name) => !linked.has(name))).toEqual([]);
  });

  it('leads from every page only to pages and pictures that are there', async () => {
    const { pages } = await call('guide.page', { page: 'contents' });
    const problems: string[] = [];
    let pictures = 0;
    for (const { page } of pages) {
      const { html, title, headings } = await call('guide.page', { page });
      expect(headings[0], page).toMatchObject({ level: 1, text: title });
      for (const [, to] of html.matchAll(/href="#guide:([^"]+)"/g))
        if (!pages.some((each) => each.page === to)) problems.push(`${page} leads to ${to}`);
      for (const [, path] of html.matchAll(/src="([^"]+)"/g)) {
        pictures += 1;
        const answer = await fetch(path ?? '');
        if (answer.headers.get('content-type') !== 'image/png') problems.push(`${page} shows ${path}`);
        await answer.arrayBuffer();
      }
    }
    expect(problems).toEqual([]);
    expect(pictures).toBeGreaterThan(1);
  });

  it('says so when there is no such page or picture, wherever the name would lead', async () => {
    await expect(call('guide.page', { page: 'nothing-here' })).rejects.toMatchObject({ code: 'not-found' });
    for (const name of ['none.png', '..%2Fguide%2FREADME.md', '..%2f..%2fpackage.json']) {
      const answer = await fetch(`/guide/pictures/${name}`);
      // A host may refuse such an address before it gets here.
      expect([400, 404], name).toContain(answer.status);
      await answer.arrayBuffer();
    }
  });
});
