import type { CoreContext } from '#core/context.ts';
import { changeLabel } from '#core/change-label.ts';
import type { Reader } from '#core/datastore/datastore.ts';
import { editOps } from '#core/datastore/ops.ts';
import { refusal } from '#core/refusal.ts';
import type { ParsedInputOf } from '#shared/contract/contract.ts';
import type { Op } from '#shared/model/change.ts';
import { sectionIdSchema, type SectionId } from '#shared/model/ids.ts';
import type { Section, Topic } from '#shared/model/topic.ts';
import { reorder } from './insertion.ts';
import { movedOps, requireSection } from './placement-service.ts';
import { newestFirst, placementsInSection } from './section-entries-service.ts';

type Needs = Pick<CoreContext, 'datastore' | 'clock' | 'ids'>;
type SectionPatch = ParsedInputOf<'sections.update'>['patch'];

/** A section of that kind with nothing in it yet. */
export const newSection = (ids: CoreContext['ids'], title: string, kind: Section['kind']): Section => {
  const common = { id: sectionIdSchema.parse(ids.next()), title, description: '' };
  return kind === 'curated' ? { ...common, kind } : { ...common, kind, sortBy: 'added', limit: null };
};

const setSections = (topic: Topic, sections: Section[], updatedAt: string): Op[] =>
  editOps('topics', topic, { sections }).length === 0
    ? []
    : editOps('topics', topic, { sections, updatedAt });

/** Adds an empty section at `index`, or last. */
export const addSection = async (
  { datastore, clock, ids }: Needs,
  { topicId, title, kind, index }: ParsedInputOf<'sections.add'>,
): Promise<{ sectionId: SectionId }> => {
  const section = newSection(ids, title, kind);
  await datastore.commit(changeLabel('section.add', { title }), (reader) => {
    const topic = reader.require('topics', topicId);
    if (topic.sections.length >= 200) throw refusal('conflict', 'too-many-sections');
    const sections = topic.sections.toSpliced(index ?? topic.sections.length, 0, section);
    return setSections(topic, sections, clock.now());
  });
  return { sectionId: section.id };
};

/** The section as the patch wants it. A curated section has neither a sort date nor a limit. */
const patched = (section: Section, patch: SectionPatch): Section => {
  const common = {
    id: section.id,
    title: patch.title ?? section.title,
    description: patch.description ?? section.description,
  };
  if ((patch.kind ?? section.kind) === 'curated') {
    if (patch.sortBy !== undefined || patch.limit !== undefined)
      throw refusal('invalid-input', 'section-not-live');
    return { ...common, kind: 'curated' };
  }
  const before = section.kind === 'live' ? section : { sortBy: 'added' as const, limit: null };
  const limit = patch.limit === undefined ? before.limit : patch.limit;
  return { ...common, kind: 'live', sortBy: patch.sortBy ?? before.sortBy, limit };
};

/** Rewrites the positions of a live section's own entries to the order it shows now; hidden ones follow. */
const freezeOrder = (reader: Reader, topic: Topic, section: Section): Op[] => {
  if (section.kind === 'curated') return [];
  const own = placementsInSection(reader, topic, section.id);
  return movedOps(own, reorder(newestFirst(reader, own, section)));
};

const updateLabel = (section: Section, { kind, title }: SectionPatch) => {
  const values = { title: title ?? section.title };
  if (kind !== undefined && kind !== section.kind) {
    return changeLabel(kind === 'curated' ? 'section.curate' : 'section.live', values);
  }
  return changeLabel(title === undefined ? 'section.update' : 'section.rename', values);
};

/** Edits a section. Turning a live one into a curated one keeps the order it shows at that moment. */
export const updateSection = async (
  { datastore, clock }: Needs,
  { topicId, sectionId, patch }: ParsedInputOf<'sections.update'>,
): Promise<void> => {
  const label = updateLabel(requireSection(datastore.require('topics', topicId), sectionId), patch);
  await datastore.commit(label, (reader) => {
    const topic = reader.require('topics', topicId);
    const section = requireSection(topic, sectionId);
    const after = patched(section, patch);
    const sections = topic.sections.map((other) => (other.id === sectionId ? after : other));
    const frozen = after.kind === 'curated' ? freezeOrder(reader, topic, section) : [];
    return [...frozen, ...setSections(topic, sections, clock.now())];
  });
};

/** Moves a section so that it is the one at `index`, or the last. */
export const moveSection = async (
  { datastore, clock }: Needs,
  { topicId, sectionId, index }: ParsedInputOf<'sections.move'>,
): Promise<void> => {
  const { title } = requireSection(datastore.require('topics', topicId), sectionId);
  await datastore.commit(changeLabel('section.move', { title }), (reader) => {
    const topic = reader.require('topics', topicId);
    const section = requireSection(topic, sectionId);
    const others = topic.sections.filter(({ id }) => id !== sectionId);
    return setSections(topic, others.toSpliced(index, 0, section), clock.now());
  });
};
