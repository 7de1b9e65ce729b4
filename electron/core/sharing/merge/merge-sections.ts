import type { Topic } from '#shared/model/topic.ts';
import { changedSide, same, type Settle, type Three } from './conflict.ts';

export type Section = Topic['sections'][number];

type Work = { readonly recordId: string; readonly settle: Settle };

const ask = ({ recordId, settle }: Work, field: string, values: Three<unknown>): unknown =>
  values[settle({ table: 'topics', recordId, field, ours: values.ours, theirs: values.theirs })];

const take = (work: Work, field: string, values: Three<unknown>): unknown => {
  const side = changedSide(values);
  return side === null ? ask(work, field, values) : values[side];
};

/** How a section sorts itself: kind, date and limit only make sense together. */
const sortingOf = (section: Section | undefined): unknown => {
  if (section === undefined) return undefined;
  const { id: _id, title: _title, description: _description, ...sorting } = section;
  return sorting;
};

const mergeOne = (id: string, { base, ours, theirs }: Three<Section | undefined>, work: Work): Section => {
  const unit = (field: string, read: (section: Section | undefined) => unknown) =>
    take(work, `sections.${id}.${field}`, { base: read(base), ours: read(ours), theirs: read(theirs) });
  return {
    id,
    title: unit('title', (section) => section?.title),
    description: unit('description', (section) => section?.description),
    ...(unit('sorting', sortingOf) as object),
  } as Section;
};

type Lists = Three<readonly Section[] | undefined>;

const find = (sections: readonly Section[] | undefined, id: string): Section | undefined =>
  sections?.find((section) => section.id === id);

/** What becomes of one section. Whatever somebody changed is kept, though the other side took it away. */
const mergeSection = (id: string, lists: Lists, work: Work): Section | null => {
  const three = { base: find(lists.base, id), ours: find(lists.ours, id), theirs: find(lists.theirs, id) };
  const { base, ours, theirs } = three;
  if (ours && theirs) return mergeOne(id, three, work);
  const present = ours ?? theirs;
  if (base === undefined || present === undefined) return present ?? null;
  return same(present, base) ? null : present;
};

const idsOf = (sections: readonly Section[] | undefined): readonly string[] =>
  sections?.map(({ id }) => id) ?? [];

/** Those added by a side, by the section they follow. */
const runsAfter = (order: readonly string[], fixed: ReadonlySet<string>): Map<string, string[]> => {
  const runs = new Map<string, string[]>();
  let anchor = '';
  for (const id of order) {
    if (fixed.has(id)) anchor = id;
    else runs.set(anchor, [...(runs.get(anchor) ?? []), id]);
  }
  return runs;
};

/** The order of what both have, then what each added behind its own neighbor; of two at one place the older first. */
const mergeOrder = (lists: Lists, work: Work): readonly string[] => {
  const { ours, theirs, base } = {
    base: idsOf(lists.base),
    ours: idsOf(lists.ours),
    theirs: idsOf(lists.theirs),
  };
  const common = new Set(ours.filter((id) => theirs.includes(id)));
  const restrict = (order: readonly string[]) => order.filter((id) => common.has(id));
  const inBase = restrict(base);
  const skeleton = take(work, 'sections.order', {
    base: inBase.length === common.size ? inBase : undefined,
    ours: restrict(ours),
    theirs: restrict(theirs),
  }) as readonly string[];
  const runs = [runsAfter(ours, common), runsAfter(theirs, common)];
  const added = (anchor: string) =>
    runs
      .flatMap((run) => (run.has(anchor) ? [run.get(anchor) ?? []] : []))
      .toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1))
      .flat();
  return [...added(''), ...skeleton.flatMap((id) => [id, ...added(id)])];
};

/** Merges the sections of a topic: each field by field, their order, what was added and taken away. Never none. */
export const mergeSections = (lists: Lists, work: Work): readonly Section[] => {
  const merged = mergeOrder(lists, work).flatMap((id) => mergeSection(id, lists, work) ?? []);
  if (merged.length > 0) return merged.slice(0, 200);
  return take(work, 'sections.order', lists) as readonly Section[];
};
