import type { Reader as LibraryReader } from '#core/datastore/datastore.ts';
import { refusal } from '#core/refusal.ts';
import { siblingTopics } from '#core/topics/tree-service.ts';
import type { ImportTarget } from '#shared/contract/imports.ts';
import { foldText } from '#shared/domain/fold.ts';
import type { SectionId } from '#shared/model/ids.ts';
import type { Topic } from '#shared/model/topic.ts';
import { toTitle } from './folder-path.ts';
import type { Draft, Entry } from './import-draft.ts';
import { sourceTitle } from './source-title.ts';
import type { CandidateTopic, ReadWork } from './reader.ts';

/** A section that takes records: one that is there, or a new one. */
export type PlannedSection = {
  readonly title: string;
  readonly present: SectionId | null;
  description: string;
  readonly entries: Entry[];
};

/** A topic that takes records or sections. */
export type PlannedTopic = {
  readonly title: string;
  readonly depth: number;
  readonly present: Topic | null;
  readonly parent: PlannedTopic | null;
  readonly children: Map<string, PlannedTopic>;
  readonly sections: Map<string, PlannedSection>;
  about: CandidateTopic | null;
};

/** Everything that will be made, topics before those below them. */
export type Plan = { readonly topics: readonly PlannedTopic[]; readonly skipped: number };

/** The title of the section that an import makes where the source names none. */
export const importedSectionTitle = 'Resources';

/** Records between two looks at the clock. */
const few = 16;

/** As many as a topic may hold. */
const mostSections = 200;

type Work = {
  readonly library: LibraryReader;
  readonly target: ImportTarget;
  readonly draft: Draft;
  readonly topics: PlannedTopic[];
  readonly roots: Map<string, PlannedTopic>;
};

const addTopic = (
  work: Work,
  title: string,
  { parent, present }: { readonly parent: PlannedTopic | null; readonly present: Topic | null },
): PlannedTopic => {
  const topic: PlannedTopic = {
    title,
    depth: parent === null ? 0 : parent.depth + 1,
    present,
    parent,
    children: new Map(),
    sections: new Map(),
    about: null,
  };
  work.topics.push(topic);
  return topic;
};

/** The topic with this title below another, whether it is there, planned already, or new. */
const childOf = (work: Work, parent: PlannedTopic | null, title: string): PlannedTopic => {
  const known = parent === null ? work.roots : parent.children;
  const key = foldText(title);
  const found = known.get(key);
  if (found !== undefined) return found;
  const isThere = parent === null || parent.present !== null;
  const present = isThere
    ? (siblingTopics(work.library, parent?.present?.id ?? null).find(
        (topic) => foldText(topic.title) === key,
      ) ?? null)
    : null;
  const topic = addTopic(work, title, { parent, present });
  known.set(key, topic);
  return topic;
};

const rootOf = (work: Work): PlannedTopic | null => {
  const { into } = work.target;
  if (into.kind === 'tree') return null;
  if (into.kind === 'new') return addTopic(work, into.title, { parent: null, present: null });
  const present = work.library.require('topics', into.topicId);
  return addTopic(work, present.title, { parent: null, present });
};

/** The section for records without one: the one that was chosen, else the first curated one, else a new one. */
const plainSection = (
  topic: PlannedTopic,
  { into }: ImportTarget,
): { title: string; id: SectionId | null } => {
  const { present, parent } = topic;
  if (present === null) return { title: importedSectionTitle, id: null };
  const wanted = into.kind === 'topic' && parent === null ? into.sectionId : null;
  const section =
    wanted === null
      ? present.sections.find(({ kind }) => kind === 'curated')
      : present.sections.find(({ id }) => id === wanted);
  if (wanted !== null && section === undefined) throw refusal('not-found', 'no-such-section');
  return { title: section?.title ?? importedSectionTitle, id: section?.id ?? null };
};

const sectionOf = (topic: PlannedTopic, title: string | null, target: ImportTarget): PlannedSection => {
  const key = title === null ? '' : `s ${foldText(title)}`;
  const found = topic.sections.get(key);
  if (found !== undefined) return found;
  const plain = title === null ? plainSection(topic, target) : null;
  const named = topic.present?.sections.find((section) => foldText(section.title) === foldText(title ?? ''));
  const section: PlannedSection = {
    title: plain?.title ?? toTitle(title ?? ''),
    present: plain === null ? (named?.id ?? null) : plain.id,
    description: '',
    entries: [],
  };
  topic.sections.set(key, section);
  return section;
};

const sectionTitle = (
  { path, section }: Entry['candidate'],
  folders: ImportTarget['folders'],
): string | null => {
  if (folders === 'flat') return null;
  if (folders === 'topics') return section;
  const titles = [...path, ...(section === null ? [] : [section])];
  return titles.length === 0 ? null : toTitle(titles.join(' / '));
};

const topicFor = (
  work: Work,
  root: PlannedTopic | null,
  path: readonly string[],
  title: string,
): PlannedTopic => {
  let topic = root;
  for (const step of work.target.folders === 'topics' ? path : []) topic = childOf(work, topic, step);
  return topic ?? childOf(work, null, title);
};

/** What the source says of its folders, for the topics or sections that they become. */
const describe = (work: Work, root: PlannedTopic | null): void => {
  for (const part of work.draft.parts) {
    for (const about of part.reading.topics) {
      if (work.target.folders === 'flat' || about.path.length === 0) continue;
      if (work.target.folders === 'topics') {
        const topic = topicFor(work, root, about.path, '');
        if (topic.present === null) topic.about ??= about;
      } else {
        const topic = root ?? childOf(work, null, sourceTitle(part));
        const key = `s ${foldText(toTitle(about.path.join(' / ')))}`;
        const section = topic.sections.get(key);
        if (section?.present === null) section.description ||= about.description;
      }
    }
  }
};

const checkSections = ({ topics }: Work): void => {
  for (const { title, present, sections } of topics) {
    const made = [...sections.values()].filter((section) => section.present === null).length;
    if ((present?.sections.length ?? 0) + made > mostSections) {
      throw refusal('conflict', 'import-too-many-sections', { title });
    }
  }
};

/** Works out what an import makes where. Writes nothing; `pace` lets others work meanwhile. */
export const planImport = async (
  library: LibraryReader,
  { draft, target }: { readonly draft: Draft; readonly target: ImportTarget },
  pace: ReadWork['pace'],
): Promise<Plan> => {
  const work: Work = { library, target, draft, topics: [], roots: new Map() };
  const root = rootOf(work);
  let skipped = 0;
  for (const [index, entry] of draft.entries.entries()) {
    if (index % few === 0) await pace(0, null);
    if (target.duplicates === 'skip' && draft.duplicates.has(entry)) {
      skipped += 1;
      continue;
    }
    const { candidate, part } = entry;
    const topic = topicFor(work, root, candidate.path, sourceTitle(part));
    sectionOf(topic, sectionTitle(candidate, target.folders), target).entries.push(entry);
  }
  describe(work, root);
  checkSections(work);
  return { topics: work.topics, skipped };
};
