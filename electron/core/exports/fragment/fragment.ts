import { shownDate } from '#shared/domain/honest-date.ts';
import type { Derivative } from '../pages/derivative.ts';
import { wordsFor, type PageWords } from '../pages/page-words.ts';
import type {
  Publication,
  PublishedEntry,
  PublishedImage,
  PublishedSection,
  PublishedTopic,
} from '../publication-types.ts';
import { creditHtml, licenseLink } from '../site/credit.ts';
import { dateHtml } from '../site/dates.ts';
import { safeAddress } from '../site/links.ts';
import { html, type Html } from '../text/html.ts';
import { markdownToHtml } from '../text/markdown.ts';
import { quotedHtml } from '../text/quotation.ts';

/** What a fragment is written with. */
export type FragmentPlace = {
  readonly publication: Publication;
  readonly address: (derivative: Derivative) => string;
};

type Writing = FragmentPlace & { readonly words: PageWords; readonly language: string };

const figure = (shown: PublishedImage, cropped: boolean, most: number, writing: Writing): Html => {
  const { image } = shown;
  const width = image.mediaType === 'image/svg+xml' ? most : Math.min(most, image.width);
  const height = Math.max(1, Math.round((image.height * width) / image.width));
  const source = writing.address({ image, width, format: 'jpeg' });
  return html`<figure>
    <img src="${source}" alt="${image.decorative ? '' : image.alt}" width="${width}" height="${height}" />
    <figcaption>${creditHtml({ image, cropped }, 'screen', writing.words)}</figcaption>
  </figure>`;
};

const facts = ({ resource, type }: PublishedEntry, section: PublishedSection, words: PageWords): Html => {
  const date = shownDate(resource, section.sortBy);
  const by = [resource.creators.join(', '), resource.publisher ?? '']
    .filter((part) => part !== '')
    .join(' · ');
  return html`<p>
    <small
      >${words.typeName(type)}${date && html` · ${dateHtml(date, words)}`}${by !== '' && html` · ${by}`}</small
    >
  </p>`;
};

const entryTitle = ({ url, title }: PublishedEntry['resource'], lang: Html | false): Html => {
  const address = safeAddress(url);
  if (address !== null) return html`<a href="${address}" ${lang}>${title}</a>`;
  return lang === false ? html`${title}` : html`<span ${lang}>${title}</span>`;
};

const entryItem = (entry: PublishedEntry, section: PublishedSection, writing: Writing): Html => {
  const { resource, summary, image } = entry;
  const shown = (image && writing.publication.images.get(image.id)) ?? null;
  const lang =
    resource.language !== null && resource.language !== writing.language && html`lang="${resource.language}"`;
  const body = summary.trim() === '' ? null : markdownToHtml(summary, 5);
  return html`<li>
    <h4>${entryTitle(resource, lang)}</h4>
    ${facts(entry, section, writing.words)} ${shown && figure(shown, false, 240, writing)}
    ${quotedHtml(body, entry, 'plain')}
    ${resource.accessNote !== null && html`<p>${writing.words.say('access', { note: resource.accessNote })}</p>`}
  </li> `;
};

const sectionPart = (section: PublishedSection, writing: Writing): Html => {
  const entries = [...section.entries, ...section.more];
  return html`<h3>${section.title}</h3>
    ${section.description.trim() !== '' && markdownToHtml(section.description, 4)}
    ${
      entries.length === 0
        ? html`<p>${writing.words.say('section-empty')}</p>`
        : html`<ul>
            ${entries.map((entry) => entryItem(entry, section, writing))}
          </ul>`
    } `;
};

/**
 * A topic as clean HTML for a page of another system: plain elements that take on the look of their surroundings, headings
 * from the second level on, pictures as figures with their credits, and no class, style or script.
 */
export const topicFragment = (
  { topic, hero, sections, language, textLicenseId }: PublishedTopic,
  place: FragmentPlace,
): string => {
  const words = wordsFor(language);
  const writing: Writing = { ...place, words, language };
  const heroImage = (hero && place.publication.images.get(hero.image.id)) ?? null;
  const license = textLicenseId === null ? null : licenseLink(textLicenseId, 'screen');
  // The whole picture: without styles nothing could crop it.
  return html`<div lang="${language}">
    <h2>${topic.title}</h2>
    ${heroImage && figure(heroImage, false, 800, writing)}
    ${topic.description.trim() !== '' && markdownToHtml(topic.description, 3)}
    ${sections.map((section) => sectionPart(section, writing))}
    ${license && html`<p><small>${words.say('text-license', { license: '' })}${license}</small></p>`}
  </div> `.markup
    .replaceAll(/[ \t]+$/gm, '')
    .replaceAll(/\s+>/g, '>')
    .replaceAll(/\n{2,}/g, '\n');
};
