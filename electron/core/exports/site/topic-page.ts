import type { Publication, PublishedTopic, TopicLink } from '../publication-types.ts';
import { html, type Html } from '../text/html.ts';
import { markdownToHtml } from '../text/markdown.ts';
import { heroHtml } from './hero.ts';
import { iconSprite } from './icons.ts';
import { topicData } from './topic-data.ts';
import { paths, relativePath } from './links.ts';
import { ownWords, renderPage } from './page.ts';
import { derivativePath, sharedDerivative } from './pictures.ts';
import { sectionHtml } from './section.ts';
import { topicSummary } from './topic-summary.ts';
import { pageWords } from './words.ts';

const linkTo = (from: string, { title, slug }: TopicLink): Html =>
  html`<a href="${relativePath(from, paths.topic(slug))}" dir="auto">${title}</a>`;

const breadcrumb = (path: string, { path: ancestors, language }: PublishedTopic): Html | null =>
  ancestors.length === 0
    ? null
    : html`<nav class="breadcrumb" aria-label="${pageWords('breadcrumb')}" ${ownWords(language)}>
        <ol>
          ${ancestors.map((ancestor) => html`<li>${linkTo(path, ancestor)}</li>`)}
        </ol>
      </nav>`;

const subTopics = (path: string, { children, language }: PublishedTopic): Html | null =>
  children.length === 0
    ? null
    : html`<nav class="sub-topics" aria-labelledby="sub-topics">
        <h2 id="sub-topics" ${ownWords(language)}>${pageWords('sub-topics')}</h2>
        <ul>
          ${children.map((child) => html`<li>${linkTo(path, child)}</li>`)}
        </ul>
      </nav>`;

/** The page of one topic. */
export const topicPage = (publication: Publication, published: PublishedTopic): string => {
  const { topic, hero, sections, language } = published;
  const path = paths.topic(topic.slug);
  const heroImage = hero && publication.images.get(hero.image.id);
  const place = {
    path,
    language,
    imageOf: ({ image }: (typeof sections)[number]['entries'][number]) =>
      (image && publication.images.get(image.id)) ?? null,
  };
  const description = topic.description.trim();
  const main = html`<article>
    <header class="topic-head${heroImage ? ' with-hero' : ''}">
      <div class="topic-words">
        ${breadcrumb(path, published)}
        <h1><bdi>${topic.title}</bdi></h1>
        ${description !== '' && html`<div class="prose lead">${markdownToHtml(description, 2)}</div>`}
      </div>
      ${hero && heroImage && heroHtml(path, hero, heroImage)}
    </header>
    ${subTopics(path, published)} ${sections.map((section) => sectionHtml(section, place))}
  </article>`;
  const entries = sections.flatMap((section) => [...section.entries, ...section.more]);
  return renderPage(publication, {
    path,
    title: topic.title,
    description: topicSummary(publication, published),
    language,
    textLicenseId: published.textLicenseId,
    preview: hero && { path: derivativePath(sharedDerivative(hero.image)), alt: hero.image.alt },
    data: topicData(publication, published),
    sprite: iconSprite(entries.map((entry) => entry.type.icon)),
    main,
  });
};
