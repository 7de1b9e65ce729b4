import { heading, ownWords } from '../pages/place.ts';
import type { PublishedSection } from '../publication-types.ts';
import { html, trusted, type Html } from '../text/html.ts';
import { markdownToHtml } from '../text/markdown.ts';
import { entryHtml, type EntryPlace } from './entry.ts';

/** A section with its entries; those beyond a live section's limit are there too, folded. */
export const sectionHtml = (section: PublishedSection, place: Omit<EntryPlace, 'sortBy'>): Html => {
  const here: EntryPlace = { ...place, sortBy: section.sortBy };
  const own = ownWords(place);
  const list = (entries: PublishedSection['entries']) =>
    html`<ul class="entries">
      ${entries.map((entry) => entryHtml(entry, here))}
    </ul>`;
  const tag = trusted(heading(place, 1));
  // Among several topics, sections of the same title would be landmarks of the same name.
  const isNamed = place.level === 1;
  // `live` tells who brings the page in again that these entries may stand in another section, too.
  return html`<section class="board-section${section.sortBy === null ? '' : ' live'}" ${isNamed && html`aria-labelledby="section-${section.id}"`}>
    <${tag} class="section-title" id="section-${section.id}"><bdi>${section.title}</bdi></${tag}>
    ${section.description.trim() !== '' && html`<div class="prose">${markdownToHtml(section.description, place.level + 2)}</div>`}
    ${section.entries.length > 0 ? list(section.entries) : html`<p class="empty" ${own}>${place.words.say('section-empty')}</p>`}
    ${
      section.more.length > 0 &&
      html`<details class="more"><summary${own}>${place.words.say('more', { count: section.more.length })}</summary>
${list(section.more)}</details>`
    }
  </section> `;
};
