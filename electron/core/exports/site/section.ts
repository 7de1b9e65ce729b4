import type { PublishedSection } from '../publication-types.ts';
import { html, type Html } from '../text/html.ts';
import { markdownToHtml } from '../text/markdown.ts';
import { entryHtml, type EntryPlace } from './entry.ts';
import { ownWords } from './page.ts';
import { pageWords } from './words.ts';

/** A section with its entries; those beyond a live section's limit are there too, folded. */
export const sectionHtml = (section: PublishedSection, place: Omit<EntryPlace, 'sortBy'>): Html => {
  const here: EntryPlace = { ...place, sortBy: section.sortBy };
  const own = ownWords(place.language);
  const list = (entries: PublishedSection['entries']) =>
    html`<ul class="entries">
      ${entries.map((entry) => entryHtml(entry, here))}
    </ul>`;
  return html`<section class="board-section" aria-labelledby="section-${section.id}">
    <h2 id="section-${section.id}"><bdi>${section.title}</bdi></h2>
    ${section.description.trim() !== '' && html`<div class="prose">${markdownToHtml(section.description, 3)}</div>`}
    ${section.entries.length > 0 ? list(section.entries) : html`<p class="empty" ${own}>${pageWords('section-empty')}</p>`}
    ${
      section.more.length > 0 &&
      html`<details class="more"><summary${own}>${pageWords('more', { count: section.more.length })}</summary>
${list(section.more)}</details>`
    }
  </section> `;
};
