import type { CoreContext } from '#core/context.ts';
import type { Reader as LibraryReader } from '#core/datastore/datastore.ts';
import { editOps, putCheckedOp } from '#core/datastore/ops.ts';
import { stagedImageOps } from '#core/images/staging-service.ts';
import { newResource } from '#core/resources/resource-service.ts';
import { newTopicsOps, type NewTopic } from '#core/topics/new-topics-service.ts';
import { appendManyOps, type ToAppend } from '#core/topics/placement-service.ts';
import { newSection } from '#core/topics/section-service.ts';
import type { Op } from '#shared/model/change.ts';
import type { ResourceId, SectionId } from '#shared/model/ids.ts';
import type { Image } from '#shared/model/image.ts';
import type { Section, Topic } from '#shared/model/topic.ts';
import type { Entry } from './import-draft.ts';
import type { Placed } from './place-entries.ts';
import { importedSectionTitle, type Plan, type PlannedSection, type PlannedTopic } from './plan.ts';
import type { ReadWork } from './reader.ts';

type Needs = Pick<CoreContext, 'clock' | 'ids'>;

type Made = {
  readonly ops: readonly Op[];
  readonly topics: ReadonlyMap<PlannedTopic, Topic>;
  readonly taken: number;
  readonly shown: number;
  /** Left out: the topic has it already. */
  readonly skipped: number;
};

const describedSections = (needs: Needs, { about, sections }: PlannedTopic): Section[] => {
  const known = new Set([...sections.values()].map(({ title }) => title));
  return (about?.sections ?? [])
    .filter(({ title }) => !known.has(title))
    .map(({ title, description }) => ({ ...newSection(needs.ids, title, 'curated'), description }));
};

/** The new sections of a topic, each with an id. */
const sectionsOf = (needs: Needs, topic: PlannedTopic, ids: Map<PlannedSection, SectionId>): Section[] => {
  const made = [...topic.sections.values()].flatMap((section): Section[] => {
    if (section.present !== null) {
      ids.set(section, section.present);
      return [];
    }
    const described = topic.about?.sections?.find(({ title }) => title === section.title)?.description ?? '';
    const fresh = newSection(needs.ids, section.title, 'curated');
    ids.set(section, fresh.id);
    return [{ ...fresh, description: section.description || described }];
  });
  return [...made, ...describedSections(needs, topic)];
};

const toNewTopic = (
  topic: PlannedTopic,
  sections: readonly Section[],
  parent: NewTopic['parent'],
): NewTopic => ({
  title: topic.title,
  parent,
  sections,
  description: topic.about?.description ?? '',
  status: topic.about?.status ?? 'draft',
  language: topic.about?.language ?? null,
});

/** The ops that make topics and sections, and where each planned one is then. */
const placesOps = (library: LibraryReader, needs: Needs, { topics }: Plan) => {
  const sections = new Map<PlannedSection, SectionId>();
  const edits: Op[] = [];
  const fresh: { readonly planned: PlannedTopic; readonly topic: NewTopic }[] = [];
  const places = new Map<PlannedTopic, Topic>();
  for (const planned of topics) {
    const made = sectionsOf(needs, planned, sections);
    if (planned.present === null) {
      const parent =
        planned.parent?.present?.id ?? fresh.findIndex((other) => other.planned === planned.parent);
      const all = made.length === 0 ? [newSection(needs.ids, importedSectionTitle, 'curated')] : made;
      fresh.push({ planned, topic: toNewTopic(planned, all, parent === -1 ? null : parent) });
    } else {
      const present = library.require('topics', planned.present.id);
      const all = [...present.sections, ...made];
      places.set(planned, { ...present, sections: all });
      edits.push(...editOps('topics', present, { sections: all, updatedAt: needs.clock.now() }));
    }
  }
  const { topics: made, ops } = newTopicsOps(
    library,
    needs,
    fresh.map(({ topic }) => topic),
  );
  fresh.forEach(({ planned }, index) => places.set(planned, made[index] as Topic));
  return { places, sections, ops: [...ops, ...edits] };
};

const standingIn = (library: LibraryReader, topic: Topic): Set<ResourceId> =>
  new Set([...library.placementsInTopic(topic.id)].map((id) => library.require('placements', id).resourceId));

type Work = {
  readonly plan: Plan;
  readonly placed: readonly Placed[];
  readonly images: ReadonlyMap<Entry, Image>;
  readonly pace: ReadWork['pace'];
};

/** Makes the resource of a record, or finds the one that it repeats; records of the same work are one resource. */
const createResources = (library: LibraryReader, needs: Needs, images: Work['images']) => {
  const made = new Map<Entry, ResourceId>();
  const recorded = new Set<string>();
  const ops: Op[] = [];
  const of = ({ entry, repeats }: Placed): ResourceId => {
    const present = repeats?.resourceId ?? null;
    if (present !== null && library.tables.resources[present]) return present;
    // Whichever of them has its place first.
    const owner = repeats?.entry ?? entry;
    const known = made.get(owner);
    if (known !== undefined) return known;
    const image = images.get(owner);
    if (image && !recorded.has(image.id)) ops.push(...stagedImageOps(library, image));
    if (image) recorded.add(image.id);
    const picture = image ? { imageId: image.id } : {};
    const resource = newResource(needs, { ...owner.candidate.fields, ...picture });
    made.set(owner, resource.id);
    // Its fields were checked when they were read.
    ops.push(putCheckedOp('resources', resource));
    return resource.id;
  };
  return { of, ops, count: () => made.size };
};

/** The summary of a record that is the same as another of its source but says something else here. */
const ownWords = (entry: Entry, owner: Entry | null): string | null => {
  const { recordId, fields } = entry.candidate;
  if (owner === null || recordId === null || owner.candidate.recordId !== recordId) return null;
  const summary = fields.summary ?? '';
  return owner.part === entry.part && summary !== (owner.candidate.fields.summary ?? '') ? summary : null;
};

/** Gives each resource its place, once in each topic. */
const createRows = (library: LibraryReader, places: ReadonlyMap<PlannedTopic, Topic>) => {
  const standing = new Map<PlannedTopic, Set<ResourceId>>();
  const rows = new Map<PlannedSection, { readonly topic: Topic; readonly shown: ToAppend[] }>();
  /** False when the topic has it already. */
  const add = ({ topic, section, entry, repeats }: Placed, id: ResourceId): boolean => {
    const place = places.get(topic) as Topic;
    const here = standing.get(topic) ?? standingIn(library, place);
    standing.set(topic, here);
    if (here.has(id)) return false;
    here.add(id);
    const row = rows.get(section) ?? { topic: place, shown: [] };
    row.shown.push({ resourceId: id, summary: ownWords(entry, repeats?.entry ?? null) });
    rows.set(section, row);
    return true;
  };
  return { rows, add };
};

/** Records between two looks at the clock. */
const few = 16;

/** Everything that an import makes, as one list of ops. Writes nothing itself. */
export const importOps = async (
  library: LibraryReader,
  needs: Needs,
  { plan, placed, images, pace }: Work,
): Promise<Made> => {
  const { places, sections, ops } = placesOps(library, needs, plan);
  const resources = createResources(library, needs, images);
  const { rows, add } = createRows(library, places);
  let [shown, skipped] = [0, plan.skipped];
  for (const [index, one] of placed.entries()) {
    if (index % few === 0) await pace(index, placed.length);
    const before = resources.count();
    const isPlaced = add(one, resources.of(one));
    if (!isPlaced) skipped += 1;
    else if (resources.count() === before) shown += 1;
  }
  const placements: (readonly Op[])[] = [];
  const pause = () => pace(placed.length, placed.length);
  for (const [section, { topic, shown: here }] of rows) {
    await pause();
    const place = { topic, sectionId: sections.get(section) as SectionId, pause };
    placements.push(await appendManyOps(library, needs, place, here));
  }
  return {
    ops: [...ops, ...resources.ops, ...placements.flat()],
    topics: places,
    taken: resources.count(),
    shown,
    skipped,
  };
};
