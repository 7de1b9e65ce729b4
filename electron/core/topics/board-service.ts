import type { Reader } from '#core/datastore/datastore.ts';
import type { Board } from '#shared/contract/views.ts';
import type { TopicId } from '#shared/model/ids.ts';
import type { Topic } from '#shared/model/topic.ts';
import { toEntry } from './entry-service.ts';
import { sectionEntries } from './section-entries-service.ts';
import { ancestors } from './tree-service.ts';

/** A board of so many entries comes whole. */
export const mostWholeEntries = 300;
/** Of a longer one, so many entries of each section come with it until `mostWholeEntries` is reached. */
const firstEntries = 40;

const heroImage = (reader: Reader, { hero }: Topic): Board['heroImage'] =>
  hero === null ? null : (reader.tables.images[hero.imageId] ?? null);

/** One topic with all that its board shows at first sight. */
export const readBoard = (reader: Reader, topicId: TopicId): Board => {
  const topic = reader.require('topics', topicId);
  const sections = sectionEntries(reader, topic);
  const total = sections.reduce((sum, { shown }) => sum + shown.length, 0);
  let left = mostWholeEntries;
  return {
    topic,
    heroImage: heroImage(reader, topic),
    sections: sections.map(({ section, shown, more }) => {
      const whole = total <= mostWholeEntries ? shown : shown.slice(0, Math.min(firstEntries, left));
      left -= whole.length;
      return {
        section,
        entryIds: shown.map(({ id }) => id),
        entries: whole.map((placement) => toEntry(reader, placement)),
        hiddenCount: more.length,
      };
    }),
    path: ancestors(reader, topic).map(({ id, title }) => ({ id, title })),
  };
};
