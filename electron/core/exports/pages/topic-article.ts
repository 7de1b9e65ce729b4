import type { Publication, PublishedEntry, PublishedTopic } from '../publication-types.ts';
import { heroHtml } from '../site/hero.ts';
import { sectionHtml } from '../site/section.ts';
import { html, trusted, type Html } from '../text/html.ts';
import { markdownToHtml } from '../text/markdown.ts';
import { heading, ownWords, topicLink, type Place } from './place.ts';

const breadcrumb = (place: Place, { path }: PublishedTopic): Html | null =>
  path.length === 0
    ? null
    : html`<nav class="breadcrumb" aria-label="${place.words.say('breadcrumb')}" ${ownWords(place)}>
        <ol>
          ${path.map((ancestor) => html`<li>${topicLink(place, ancestor)}</li>`)}
        </ol>
      </nav>`;

const subTopics = (place: Place, { topic, children }: PublishedTopic): Html | null => {
  if (children.length === 0) return null;
  const tag = trusted(heading(place, 1));
  return html`<nav class="sub-topics" aria-labelledby="below-${topic.id}">
    <${tag} class="sub-topics-title" id="below-${topic.id}" ${ownWords(place)}>${place.words.say('sub-topics')}</${tag}>
    <ul>
      ${children.map((child) => html`<li>${topicLink(place, child)}</li>`)}
    </ul>
  </nav>`;
};

/** All entries of a topic, folded ones too. */
export const entriesOf = ({ sections }: PublishedTopic): readonly PublishedEntry[] =>
  sections.flatMap((section) => [...section.entries, ...section.more]);

type Extras = {
  /** Attributes of the article: its language where that differs, an id to link to. */
  readonly attributes?: Html;
  /** Without the way up and down the tree, where the place has its own. */
  readonly alone?: boolean;
  readonly foot?: Html | null;
};

/** A topic as it is read everywhere: title, description and hero, its sections with their entries. */
export const topicArticle = (
  publication: Publication,
  published: PublishedTopic,
  place: Place,
  { attributes, alone = false, foot = null }: Extras = {},
): Html => {
  const { topic, hero, sections } = published;
  const heroImage = hero && publication.images.get(hero.image.id);
  const imageOf = ({ image }: PublishedEntry) => (image && publication.images.get(image.id)) ?? null;
  const description = topic.description.trim();
  const tag = trusted(heading(place, 0));
  return html`<article class="topic" ${attributes}>
    <header class="topic-head${heroImage ? ' with-hero' : ''}">
      <div class="topic-words">
        ${alone ? null : breadcrumb(place, published)}
        <${tag} class="topic-title"><bdi>${topic.title}</bdi></${tag}>
        ${
          description !== '' &&
          html`<div class="prose lead">${markdownToHtml(description, place.level + 1)}</div>`
        }
      </div>
      ${hero && heroImage && heroHtml(place, hero, heroImage)}
    </header>
    ${alone ? null : subTopics(place, published)}
    ${sections.map((section) => sectionHtml(section, { ...place, imageOf }))} ${foot}
  </article>`;
};
