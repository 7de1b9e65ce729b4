import { html, type Html } from '../text/html.ts';
import type { TopicLink } from '../publication-types.ts';
import type { Derivative } from './derivative.ts';
import type { PageWords } from './page-words.ts';

/** How the content of topics is written in one place: a page of a site, a chapter of a book, one page with everything. */
export type Place = {
  /** Language of what stands around it, so that only what differs says its own. */
  readonly language: string;
  readonly words: PageWords;
  /** Level of a topic's own heading; sections, entries and their texts follow below. */
  readonly level: 1 | 2;
  /** Where a picture is found from here. */
  readonly picture: (derivative: Derivative) => string;
  /** One JPEG per picture and no icons: for places that are no web page of a site, such as a book. */
  readonly plain?: boolean;
  /** Where a topic is found from here; null: not a link. */
  readonly topic: (link: TopicLink) => string | null;
};

/** `lang` for words of Carrel's own where what stands around them is in another language (WCAG 3.1.2). */
export const ownWords = ({ words, language }: Pick<Place, 'words' | 'language'>): Html =>
  language.split('-')[0]?.toLowerCase() === words.language
    ? html``
    : html`lang="${words.language}" dir="ltr"`;

/** The name of a topic, as a link where there is somewhere to go. */
export const topicLink = (place: Place, link: TopicLink, attributes: Html | null = null): Html => {
  const address = place.topic(link);
  return address === null
    ? html`<bdi ${attributes}>${link.title}</bdi>`
    : html`<a href="${address}" ${attributes} dir="auto">${link.title}</a>`;
};

/** The name of a heading's element, `steps` below the topic's own. */
export const heading = ({ level }: Pick<Place, 'level'>, steps: number): string =>
  `h${Math.min(level + steps, 6)}`;
