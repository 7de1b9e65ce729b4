import { createHash } from 'node:crypto';
import { creditList } from '../pages/credit-list.ts';
import type { Derivative } from '../pages/derivative.ts';
import { wordsFor } from '../pages/page-words.ts';
import { ownWords, topicLink, type Place } from '../pages/place.ts';
import { sharedTextLicense, topicTextLicense } from '../pages/text-license.ts';
import { topicArticle } from '../pages/topic-article.ts';
import type { Publication, PublishedTopic } from '../publication-types.ts';
import { licenseLink } from '../site/credit.ts';
import { jsonInScript } from '../site/page.ts';
import { logoPicture } from '../site/pictures.ts';
import { embeddedStylesheet } from '../site/stylesheet.ts';
import { topicData } from '../site/topic-data.ts';
import { topicSummary } from '../site/topic-summary.ts';
import { directionOf } from '../text/direction.ts';
import { html, trusted, type Html } from '../text/html.ts';

/** How a page with everything inside is made. */
export type SinglePage = {
  readonly address: (derivative: Derivative) => string;
  /** Styles beside those of the site. */
  readonly styles?: string;
};

const anchor = (id: string): string => `topic-${id}`;

const extraStyles = `.one-topic + .one-topic { margin-top: var(--space-6); padding-top: var(--space-3); border-top: 4px solid var(--text); }
.contents { max-width: 46rem; margin-block: var(--space-2) var(--space-4); }
.all-credits { margin-top: var(--space-6); }
.all-credits > .topic-title { margin-bottom: var(--space-2); font-size: var(--size-5); }
@media print {
  .one-topic + .one-topic { break-before: page; border: 0; margin: 0; padding: 0; }
  .contents a { text-decoration: none; }
  .all-credits { margin-top: 8mm; }
}
`;

const isAlone = ({ topics }: Publication): boolean => topics.length === 1;

const placeIn = (publication: Publication, language: string, address: SinglePage['address']): Place => ({
  language,
  words: wordsFor(language),
  level: isAlone(publication) ? 1 : 2,
  picture: address,
  plain: true,
  topic: ({ id }) => (publication.topics.some(({ topic }) => topic.id === id) ? `#${anchor(id)}` : null),
});

const article = (publication: Publication, published: PublishedTopic, page: SinglePage): Html => {
  const { topic, language } = published;
  const place = placeIn(publication, language, page.address);
  const lang = language === publication.language ? null : html` lang="${language}"`;
  const attributes = html`id="${anchor(topic.id)}"${lang} dir="${directionOf(language)}"`;
  return html`<div class="one-topic">
    ${topicArticle(publication, published, place, {
      attributes,
      alone: true,
      foot: topicTextLicense(publication, published, place),
    })}
  </div>`;
};

const cover = (publication: Publication, place: Place): Html =>
  html`<header class="index-head">
      <h1 class="topic-title"><bdi>${publication.title}</bdi></h1>
    </header>
    <nav class="contents" aria-labelledby="contents">
      <h2 class="section-title" id="contents" ${ownWords(place)}>${place.words.say('contents')}</h2>
      <ol>
        ${publication.topics.map(
          ({ topic, language }) => html`<li>${topicLink(place, topic, html`lang="${language}"`)}</li>`,
        )}
      </ol>
    </nav>`;

const credits = (publication: Publication, place: Place): Html | null => {
  const below: Place = { ...place, level: 2 };
  const list = creditList(publication, below);
  return (
    list &&
    html`<section class="all-credits" aria-labelledby="credits">
      <h2 class="topic-title" id="credits" ${ownWords(place)}>${place.words.say('credits')}</h2>
      ${list}
    </section>`
  );
};

const foot = (publication: Publication, place: Place): Html => {
  const { say, date } = place.words;
  const licenseId = sharedTextLicense(publication);
  const license = licenseId === null ? null : licenseLink(licenseId);
  return html`<footer class="site-foot" ${ownWords(place)}>
    <p>
      <span>${say('updated', { date: date(publication.updatedAt.slice(0, 10)) })}</span>
      ${license && html`<span>${say('text-license', { license: '' })}${license}</span>`}
      <span>${say('made-with')}</span>
    </p>
  </footer>`;
};

const languageOf = (publication: Publication): string =>
  isAlone(publication) ? (publication.topics[0]?.language ?? publication.language) : publication.language;

const head = (publication: Publication, alone: PublishedTopic | null, page: SinglePage): Html => {
  const styles = `\n${embeddedStylesheet(publication)}${extraStyles}${page.styles ?? ''}`;
  const hash = createHash('sha256').update(styles).digest('base64');
  const policy = `default-src 'none'; img-src data:; font-src data:; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const data = publication.topics.map((topic) => topicData(publication, topic, { path: null }));
  return html`<meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <title>${alone?.topic.title ?? publication.title}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="description" content="${alone ? topicSummary(publication, alone) : publication.title}" />
    <meta name="color-scheme" content="light dark" />
    ${trusted(`<style>${styles}</style>`)}
    <script type="application/ld+json">
      ${jsonInScript(data)}
    </script>`;
};

const masthead = (publication: Publication, alone: PublishedTopic | null, place: Place): Html => {
  const { logo, institution, title } = publication;
  return html`<header class="site-head">
    ${logo && html`<p class="logo">${logoPicture(place, logo, institution)}</p>`}
    ${alone && html`<p class="site-name"><bdi>${title}</bdi></p>`}
    ${institution !== '' && html`<p class="institution"><bdi>${institution}</bdi></p>`}
  </header>`;
};

/** Topics as one page with everything inside: text, pictures, fonts and styles, and no script. */
export const singlePage = (given: Publication, page: SinglePage): string => {
  const language = languageOf(given);
  const publication = { ...given, language };
  const place = placeIn(publication, language, page.address);
  const alone = isAlone(publication) ? (publication.topics[0] ?? null) : null;
  const theme = alone?.topic.theme ?? publication.theme;
  return html`<!doctype html>
    <html lang="${language}" dir="${directionOf(language)}" class="theme-${theme}">
      <head>
        ${head(publication, alone, page)}
      </head>
      <body>
        ${masthead(publication, alone, place)}
        <main>
          ${alone ? null : cover(publication, place)}
          ${publication.topics.map((published) => article(publication, published, page))}
          ${credits(publication, place)}
        </main>
        ${foot(publication, place)}
      </body>
    </html> `.markup;
};
