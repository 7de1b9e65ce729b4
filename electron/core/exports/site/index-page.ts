import { ownWords, topicLink, type Place } from '../pages/place.ts';
import type { Publication, PublishedTopic } from '../publication-types.ts';
import { html, type Html } from '../text/html.ts';
import { creditLine } from './credit.ts';
import { paths } from './links.ts';
import { renderPage } from './page.ts';
import { derivativePath, sharedDerivative, thumbnail } from './pictures.ts';
import { sitePlace } from './site-place.ts';
import { indexData } from './topic-data.ts';
import { topicSummary } from './topic-summary.ts';
import { branchesHtml, topicCounts, topicsBelow } from './topic-tree.ts';

type Cards = {
  readonly publication: Publication;
  readonly place: Place;
  readonly below: ReturnType<typeof topicsBelow>;
};

const card = (published: PublishedTopic, { publication, place, below }: Cards): Html => {
  const { topic, hero, language } = published;
  const heroImage = hero && publication.images.get(hero.image.id);
  const branches = branchesHtml(topic.id, { place, below, counted: false });
  return html`<li class="topic-card">
    ${
      heroImage &&
      html`<figure class="card-picture">
        ${thumbnail(place, heroImage.image, { alt: '', size: 'card' })}
        <figcaption class="credit">${creditLine({ ...heroImage, cropped: false }, place)}</figcaption>
      </figure>`
    }
    <div class="card-words">
      <h2>${topicLink(place, topic, html`lang="${language}"`)}</h2>
      ${topic.description.trim() !== '' && html`<p lang="${language}" dir="auto">${topicSummary(publication, published)}</p>`}
      <p class="count" ${ownWords(place)}>${topicCounts(published, place)}</p>
      ${branches && html`<div class="card-topics">${branches}</div>`}
    </div>
  </li> `;
};

/** The entrance: every topic, as a tree, with the pictures that head them. */
export const indexPage = (publication: Publication): string => {
  const place = sitePlace(paths.index, publication.language);
  const { say } = place.words;
  const below = topicsBelow(publication);
  const top = below.get(undefined) ?? [];
  const first = publication.topics.find(({ hero }) => hero !== null)?.hero;
  return renderPage(publication, {
    path: paths.index,
    title: publication.title,
    description: say('index-description', {
      count: publication.topics.length,
      by: publication.institution || publication.title,
    }),
    language: publication.language,
    theme: null,
    preview: first ? { path: derivativePath(sharedDerivative(first.image)), alt: first.image.alt } : null,
    data: indexData(publication),
    sprite: null,
    main: html`<div class="index-head">
        <h1><bdi>${publication.title}</bdi></h1>
      </div>
      ${
        top.length === 0
          ? html`<p class="empty" ${ownWords(place)}>${say('index-empty')}</p>`
          : html`<ul class="topic-cards">
              ${top.map((published) => card(published, { publication, place, below }))}
            </ul>`
      }`,
  });
};
