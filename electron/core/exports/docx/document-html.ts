import { creditList } from '../pages/credit-list.ts';
import type { Derivative } from '../pages/derivative.ts';
import { wordsFor } from '../pages/page-words.ts';
import { ownWords, topicLink, type Place } from '../pages/place.ts';
import { sharedTextLicense, textLicense, topicTextLicense } from '../pages/text-license.ts';
import { topicArticle } from '../pages/topic-article.ts';
import type { Publication, PublishedTopic } from '../publication-types.ts';
import { derivativePath, thumbnail } from '../site/pictures.ts';
import { directionOf } from '../text/direction.ts';
import { html, type Html } from '../text/html.ts';

const anchor = (id: string): string => `topic-${id}`;

/** Whether a document is about one topic, whose title is then its own. */
export const isAlone = ({ topics }: Publication): boolean => topics.length === 1;

/** Where a picture is within the folder `word` of the file. */
export const picturePath = (derivative: Derivative): string =>
  derivativePath(derivative).replace(/^images\//, 'media/');

type PlaceOptions = { readonly language: string; readonly picture: Place['picture'] };

const placeIn = (publication: Publication, { language, picture }: PlaceOptions): Place => ({
  language,
  words: wordsFor(language),
  level: 1,
  plain: true,
  picture,
  topic: ({ id }) => (publication.topics.some(({ topic }) => topic.id === id) ? `#${anchor(id)}` : null),
});

const article = (publication: Publication, published: PublishedTopic, picture: Place['picture']): Html => {
  const { topic, language } = published;
  const place = placeIn(publication, { language, picture });
  return topicArticle(publication, published, place, {
    attributes: html`id="${anchor(topic.id)}" lang="${language}" dir="${directionOf(language)}"`,
    alone: true,
    foot: topicTextLicense(publication, published, place),
  });
};

const masthead = ({ logo, institution }: Publication, place: Place): Html =>
  html`${logo && html`<p class="logo">${thumbnail(place, logo, { alt: logo.decorative ? '' : logo.alt || institution })}</p>`}
  ${institution !== '' && html`<p class="institution" dir="auto"><bdi>${institution}</bdi></p>`}`;

const contents = (publication: Publication, place: Place): Html =>
  html`<p class="contents-title" ${ownWords(place)}>${place.words.say('contents')}</p>
    <ul>
      ${publication.topics.map(
        ({ topic, language }) => html`<li>${topicLink(place, topic, html`lang="${language}"`)}</li>`,
      )}
    </ul>`;

/** The name of a document, its institution and, of several topics, a list of them. */
export const frontHtml = (publication: Publication, picture: Place['picture']): Html => {
  const place = placeIn(publication, { language: publication.language, picture });
  if (isAlone(publication)) return masthead(publication, place);
  return html`<h1 dir="auto">${publication.title}</h1>
    ${masthead(publication, place)} ${contents(publication, place)}`;
};

/** All topics, an article each. */
export const topicsHtml = (publication: Publication, picture: Place['picture']): Html =>
  html`${publication.topics.map((published) => article(publication, published, picture))}`;

/** The last part: every picture with its credit and where it is shown, the license of the texts, the date. */
export const backHtml = (publication: Publication, picture: Place['picture']): Html => {
  const place = placeIn(publication, { language: publication.language, picture });
  const { say, date } = place.words;
  const list = creditList(publication, place);
  return html`${
      list &&
      html`<h1 ${ownWords(place)}>${say('credits')}</h1>
        ${list}`
    }
    <hr />
    ${textLicense(sharedTextLicense(publication), place)}
    <p class="colophon" ${ownWords(place)}>
      ${say('updated', { date: date(publication.updatedAt.slice(0, 10)) })}
    </p>
    <p class="colophon" ${ownWords(place)}>${say('made-with')}</p>`;
};
