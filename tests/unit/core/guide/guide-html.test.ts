import { expect, test } from 'vitest';
import { guideHtml, guideLink } from '#core/guide/guide-html.ts';

const noPictures = () => null;

test('leads links to other pages of the guide, and to the web', () => {
  expect(guideLink('arrange.md')).toBe('#guide:arrange');
  expect(guideLink('./search.md#lists')).toBe('#guide:search');
  expect(guideLink('README.md')).toBe('#guide:contents');
  expect(guideLink('https://rightsstatements.org/')).toBe('https://rightsstatements.org/');
});

test('keeps the words of a link to what does not ship', () => {
  expect(guideLink('../library-format.md')).toBeNull();
  expect(guideLink('javascript:alert(1)')).toBeNull();
  const { html } = guideHtml('See [the **format**](../library-format.md) for more.', noPictures);
  expect(html).toBe('<p>See the <strong>format</strong> for more.</p>');
});

test('gives pictures their size and their place, and shows the words of one that is not there', () => {
  const sizeOf = (name: string) => (name === 'board.png' ? { width: 1366, height: 768 } : null);
  const { html } = guideHtml('![The board](../pictures/board.png)\n\n![Gone](../pictures/gone.png)', sizeOf);
  expect(html).toContain('<img src="/guide/pictures/board.png" alt="The board" width="1366" height="768" />');
  expect(html).toContain('<p>Gone</p>');
});

test('names its headings, each once', () => {
  const { title, headings, html } = guideHtml('# A `guide`\n\n## Keys\n\n## Keys\n', noPictures);
  expect(title).toBe('A guide');
  expect(headings.map(({ id, level }) => [id, level])).toEqual([
    ['guide-a-guide', 1],
    ['guide-keys', 2],
    ['guide-keys-2', 2],
  ]);
  expect(html).toContain('<h2 id="guide-keys-2">Keys</h2>');
});

test('shows HTML as text', () => {
  expect(guideHtml('<script>alert(1)</script>', noPictures).html).not.toContain('<script');
});
