import { expect, it } from 'vitest';
import { resolvePublication } from '#core/exports/publication.ts';
import { singlePage } from '#core/exports/single-page/single-page.ts';
import { makeBoard } from '#tests/support/make-board.ts';
import { openTestCore } from '#tests/support/open-core.ts';

it('marks a title that is the address itself, so that paper does not repeat it', async () => {
  const core = await openTestCore();
  const topicId = await makeBoard(core, 'Smoke', []);
  const pasted = { url: 'https://a.example/smoke', title: 'https://a.example/smoke' };
  const named = { url: 'https://b.example/', title: 'Clean air' };
  const links = [pasted, named].map((link) => ({ ...link, summary: '', ifKnown: 'add' as const }));
  await core.call('capture.add', { links, place: { topicId, sectionId: null, beforeId: null } });
  const publication = resolvePublication(core.context.datastore, [topicId]);
  const page = singlePage(publication, { address: () => '' });
  await core.close();
  const marks = [...page.matchAll(/<a href="(https:\/\/[ab]\.example\/[^"]*)" rel="noopener"([^>]*)/g)];
  expect(marks.map(([, address, rest]) => [address, rest?.includes('class="bare"')])).toEqual([
    [pasted.url, true],
    [named.url, false],
  ]);
  expect(page).toContain('.entry-title a:not(.bare)::after');
});
