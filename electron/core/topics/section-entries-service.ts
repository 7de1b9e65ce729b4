import type { Reader } from '#core/datastore/datastore.ts';
import { compareLive } from '#shared/domain/live-order.ts';
import { comparePositions } from '#shared/domain/ordering.ts';
import type { SectionId } from '#shared/model/ids.ts';
import type { Placement } from '#shared/model/resource.ts';
import type { Section, Topic } from '#shared/model/topic.ts';

/** A section with the placements it shows, in the order shown. `more`: what a live one holds beyond its limit. */
export type SectionEntries = {
  readonly section: Section;
  readonly shown: readonly Placement[];
  readonly more: readonly Placement[];
};

/** The section a placement stands in. One whose section is gone stands in the first, so that nothing gets lost. */
export const homeSection = (topic: Topic, placement: Placement): SectionId | undefined =>
  (topic.sections.find(({ id }) => id === placement.sectionId) ?? topic.sections[0])?.id;

const placementsOf = (reader: Reader, topic: Topic): Placement[] =>
  [...reader.placementsInTopic(topic.id)]
    .map((id) => reader.require('placements', id))
    .toSorted(comparePositions);

/** The placements that stand in this section itself, by their positions. */
export const placementsInSection = (reader: Reader, topic: Topic, sectionId: SectionId): Placement[] =>
  placementsOf(reader, topic).filter((placement) => homeSection(topic, placement) === sectionId);

/** The first placement of each resource, in the order given. */
const eachResourceOnce = (placements: readonly Placement[]): Placement[] => {
  const seen = new Set<string>();
  return placements.filter(({ resourceId }) => !seen.has(resourceId) && seen.add(resourceId));
};

/** Placements as a live section orders them: newest first by its date, each resource once. */
export const newestFirst = (
  reader: Reader,
  placements: readonly Placement[],
  section: Extract<Section, { kind: 'live' }>,
): Placement[] => {
  const compare = compareLive(section.sortBy);
  return eachResourceOnce(placements)
    .map((placement) => {
      const resource = reader.require('resources', placement.resourceId);
      return { placement, entry: { ...resource, createdAt: placement.createdAt } };
    })
    .toSorted((a, b) => compare(a.entry, b.entry))
    .map(({ placement }) => placement);
};

const entriesOf = (
  reader: Reader,
  topic: Topic,
  section: Section,
  placements: readonly Placement[],
): SectionEntries => {
  if (section.kind === 'curated') {
    const shown = placements.filter((placement) => homeSection(topic, placement) === section.id);
    return { section, shown, more: [] };
  }
  const all = newestFirst(reader, placements, section);
  const limit = section.limit ?? all.length;
  return { section, shown: all.slice(0, limit), more: all.slice(limit) };
};

/** Every section of a topic with what it shows: the one source of that order for the board and the exporters. */
export const sectionEntries = (reader: Reader, topic: Topic): SectionEntries[] => {
  const placements = placementsOf(reader, topic);
  return topic.sections.map((section) => entriesOf(reader, topic, section, placements));
};
