import { cutText, oneLine, summaryLength } from '#shared/domain/cut-text.ts';
import { shownDate } from '#shared/domain/honest-date.ts';
import { markdownToText } from '#shared/domain/plain-text.ts';
import type { LiveSort } from '#shared/model/topic.ts';
import { heading, ownWords, type Place } from '../pages/place.ts';
import type { PublishedEntry, PublishedImage } from '../publication-types.ts';
import { html, trusted, type Html } from '../text/html.ts';
import { markdownToHtml } from '../text/markdown.ts';
import { quotedHtml } from '../text/quotation.ts';
import { creditLine } from './credit.ts';
import { dateHtml } from './dates.ts';
import { safeAddress } from './links.ts';
import { typeIcon } from './icons.ts';
import { thumbnail } from './pictures.ts';

/** What an entry needs to know of the place it stands in. */
export type EntryPlace = Place & {
  readonly sortBy: LiveSort | null;
  readonly imageOf: (entry: PublishedEntry) => PublishedImage | null;
};

const summaryHtml = ({ summary }: PublishedEntry, { level }: Place): Html | null => {
  if (summary.trim() === '') return null;
  const whole = oneLine(markdownToText(summary));
  const shown = cutText(whole, summaryLength);
  // Short ones keep their links and emphasis; a cut through Markdown could not.
  return shown === whole
    ? html`<div class="summary" dir="auto">${markdownToHtml(summary, level + 3)}</div>`
    : html`<div class="summary" dir="auto"><p>${shown}</p></div>`;
};

const titleHtml = ({ resource }: PublishedEntry, place: Place): Html => {
  const address = safeAddress(resource.url);
  const lang =
    resource.language !== null && resource.language !== place.language && html` lang="${resource.language}"`;
  // Where the title is the address already, paper need not repeat it.
  const bare = address !== null && [address, resource.url].includes(resource.title) && html` class="bare"`;
  const title =
    address === null
      ? html`<bdi ${lang}>${resource.title}</bdi>`
      : html`<a href="${address}" rel="noopener" ${bare} ${lang} dir="auto">${resource.title}</a>`;
  const tag = trusted(heading(place, 2));
  return html`<${tag} class="entry-title">${title}</${tag}>`;
};

const makers = ({ resource }: PublishedEntry): string =>
  [resource.creators.join(', '), resource.publisher ?? ''].filter((part) => part !== '').join(' · ');

const picture = (entry: PublishedEntry, place: EntryPlace): Html | null => {
  const published = place.imageOf(entry);
  return (
    published &&
    html`<figure class="entry-picture">
      ${thumbnail(place, published.image)}
      <figcaption class="credit">${creditLine({ ...published, cropped: false }, place)}</figcaption>
    </figure>`
  );
};

/** One resource in a list: type, date by its right name, title, who made it, what it is, how to get in. */
export const entryHtml = (entry: PublishedEntry, place: EntryPlace): Html => {
  const date = shownDate(entry.resource, place.sortBy);
  const own = ownWords(place);
  const { accessNote } = entry.resource;
  const by = makers(entry);
  return html`<li class="entry">
    ${picture(entry, place)} ${titleHtml(entry, place)}
    <p class="entry-facts">
      <span class="type" ${entry.type.name === null && own}
        >${place.plain ? null : typeIcon(entry.type.icon)}${place.words.typeName(entry.type)}</span
      >${date && html` <span class="date" ${own}>${dateHtml(date, place.words)}</span>`}${
        by !== '' && html` <span class="makers" dir="auto">${by}</span>`
      }
    </p>
    ${quotedHtml(summaryHtml(entry, place), entry)}
    ${accessNote !== null && html`<p class="access" ${own}>${place.words.say('access', { note: accessNote })}</p>`}
  </li> `;
};
