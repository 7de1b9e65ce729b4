import { ownWords, topicLink, type Place } from '../pages/place.ts';
import type { Publication, PublishedTopic } from '../publication-types.ts';
import { html, type Html } from '../text/html.ts';

/** The published topics by the one they hang below; undefined for those at the top. */
export const topicsBelow = ({
  topics,
}: Publication): ReadonlyMap<string | undefined, readonly PublishedTopic[]> =>
  Map.groupBy(topics, ({ path }) => path.at(-1)?.id);

/** How much a topic holds, in words. */
export const topicCounts = ({ resourceCount, children }: PublishedTopic, { words }: Place): string =>
  [
    words.say('resource-count', { count: resourceCount }),
    ...(children.length > 0 ? [words.say('sub-topic-count', { count: children.length })] : []),
  ].join(' · ');

type Branches = {
  readonly place: Place;
  readonly below: ReturnType<typeof topicsBelow>;
  /** With how much each topic holds. */
  readonly counted: boolean;
};

/** What hangs below a topic (undefined: the whole tree) as nested lists; null where nothing does. */
export const branchesHtml = (id: string | undefined, branches: Branches): Html | null => {
  const { place, below, counted } = branches;
  const topics = below.get(id) ?? [];
  if (topics.length === 0) return null;
  return html`<ul>
    ${topics.map(
      (published) =>
        html`<li>
          ${topicLink(place, published.topic, html`lang="${published.language}"`)}
          ${counted && html`<span class="count" ${ownWords(place)}>${topicCounts(published, place)}</span>`}
          ${branchesHtml(published.topic.id, branches)}
        </li>`,
    )}
  </ul>`;
};
