import type { Publication, PublishedTopic } from '../publication-types.ts';
import { html, type Html } from '../text/html.ts';
import { creditLine } from './credit.ts';
import { indexData } from './topic-data.ts';
import { paths } from './links.ts';
import { renderPage, ownWords } from './page.ts';
import { derivativePath, sharedDerivative, thumbnail } from './pictures.ts';
import { topicSummary } from './topic-summary.ts';
import { pageWords } from './words.ts';

const counts = ({ resourceCount, children }: PublishedTopic): string =>
  [
    pageWords('resource-count', { count: resourceCount }),
    ...(children.length > 0 ? [pageWords('sub-topic-count', { count: children.length })] : []),
  ].join(' · ');

const card = (publication: Publication, published: PublishedTopic): Html => {
  const { topic, hero, language } = published;
  const heroImage = hero && publication.images.get(hero.image.id);
  const below = publication.topics.filter(({ path }) => path.at(-1)?.id === topic.id);
  return html`<li class="topic-card">
    ${
      heroImage &&
      html`<figure class="card-picture">
        ${thumbnail(paths.index, heroImage.image, { alt: '', size: 'card' })}
        <figcaption class="credit">${creditLine({ ...heroImage, cropped: false })}</figcaption>
      </figure>`
    }
    <div class="card-words">
      <h2><a href="${paths.topic(topic.slug)}" lang="${language}" dir="auto">${topic.title}</a></h2>
      ${topic.description.trim() !== '' && html`<p lang="${language}" dir="auto">${topicSummary(publication, published)}</p>`}
      <p class="count" ${ownWords(publication.language)}>${counts(published)}</p>
      ${
        below.length > 0 &&
        html`<ul class="card-topics">
          ${below.map((child) => branch(publication, child))}
        </ul>`
      }
    </div>
  </li> `;
};

const branch = (publication: Publication, { topic, language }: PublishedTopic): Html => {
  const below = publication.topics.filter(({ path }) => path.at(-1)?.id === topic.id);
  return html`<li>
    <a href="${paths.topic(topic.slug)}" lang="${language}" dir="auto">${topic.title}</a>${
      below.length > 0 &&
      html`<ul>
        ${below.map((child) => branch(publication, child))}
      </ul>`
    }
  </li>`;
};

/** The entrance: every topic, as a tree, with the pictures that head them. */
export const indexPage = (publication: Publication): string => {
  const top = publication.topics.filter(({ path }) => path.length === 0);
  const own = ownWords(publication.language);
  const first = publication.topics.find(({ hero }) => hero !== null)?.hero;
  return renderPage(publication, {
    path: paths.index,
    title: publication.title,
    description: pageWords('index-description', {
      count: publication.topics.length,
      by: publication.institution || publication.title,
    }),
    language: publication.language,
    preview: first ? { path: derivativePath(sharedDerivative(first.image)), alt: first.image.alt } : null,
    data: indexData(publication),
    sprite: null,
    main: html`<div class="index-head">
        <h1><bdi>${publication.title}</bdi></h1>
      </div>
      ${
        top.length === 0
          ? html`<p class="empty" ${own}>${pageWords('index-empty')}</p>`
          : html`<ul class="topic-cards">
              ${top.map((published) => card(publication, published))}
            </ul>`
      }`,
  });
};
