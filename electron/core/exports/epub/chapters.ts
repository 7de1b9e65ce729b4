import { creditList } from '../pages/credit-list.ts';
import { wordsFor } from '../pages/page-words.ts';
import type { Place } from '../pages/place.ts';
import { sharedTextLicense, textLicense, topicTextLicense } from '../pages/text-license.ts';
import { topicArticle } from '../pages/topic-article.ts';
import type { Publication, PublishedTopic } from '../publication-types.ts';
import { derivativePath } from '../site/pictures.ts';
import { directionOf } from '../text/direction.ts';
import { html, trusted, type Html } from '../text/html.ts';

/** The file of a topic within the book. */
export const chapterPath = (id: string): string => `topic-${id}.xhtml`;

/** Content as a chapter of a book holds it: plain pictures, other topics as chapters. */
export const bookPlace = (publication: Publication, language: string): Place => ({
  language,
  words: wordsFor(language),
  level: 1,
  plain: true,
  picture: derivativePath,
  topic: ({ id }) => (publication.topics.some(({ topic }) => topic.id === id) ? chapterPath(id) : null),
});

type Chapter = { readonly title: string; readonly language: string; readonly body: Html };

/** A file of the book: HTML in its XML form. */
export const xhtml = ({ title, language, body }: Chapter): string =>
  html`${trusted('<?xml version="1.0" encoding="utf-8"?>')} ${trusted('<!DOCTYPE html>')}
    <html
      xmlns="http://www.w3.org/1999/xhtml"
      xmlns:epub="http://www.idpf.org/2007/ops"
      lang="${language}"
      xml:lang="${language}"
      dir="${directionOf(language)}"
    >
      <head>
        <title>${title}</title>
        <link rel="stylesheet" type="text/css" href="book.css" />
      </head>
      <body>
        ${body}
      </body>
    </html> `.markup;

/** One topic as a chapter. */
export const topicChapter = (publication: Publication, published: PublishedTopic): string => {
  const { topic, language } = published;
  const place = bookPlace(publication, language);
  const foot = topicTextLicense(publication, published, place);
  return xhtml({
    title: topic.title,
    language,
    body: topicArticle(publication, published, place, { alone: true, foot }),
  });
};

/** The last chapter: every picture with its credit, and on what terms the texts may be used. */
export const creditsChapter = (publication: Publication): string => {
  const { language } = publication;
  const place = bookPlace(publication, language);
  const { say, date } = place.words;
  return xhtml({
    title: say('credits'),
    language,
    body: html`<section>
      <h1 class="topic-title">${say('credits')}</h1>
      ${creditList(publication, place) ?? html`<p>${say('credits-none')}</p>`}
      <p class="colophon">${say('updated', { date: date(publication.updatedAt.slice(0, 10)) })}</p>
      ${textLicense(sharedTextLicense(publication), place)}
    </section>`,
  });
};
