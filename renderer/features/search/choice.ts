import { manyChosen, type FoundSelection, type Selection } from '#renderer/app/selection.ts';
import type { ResourceId } from '#shared/model/ids.ts';

/** The resources that are chosen, as a list of results asks for them. */
export type Choice = {
  readonly count: number;
  /** Whether the result at this place is one of them. */
  readonly has: (id: ResourceId, place: number) => boolean;
};

const isFound = ({ stretch, except, also }: FoundSelection, id: ResourceId, place: number): boolean => {
  if (except.has(id)) return false;
  return stretch === null || (stretch.from <= place && place <= stretch.to) || also.has(id);
};

/** Which resources are chosen, wherever that was. */
export const choiceOf = (selection: Selection): Choice => {
  if (selection.kind === 'found')
    return {
      count: manyChosen(selection) ?? 0,
      has: (id, place) => isFound(selection, id, place),
    };
  const one = selection.kind === 'resource' ? [selection.resourceId] : [];
  const ids = new Set(selection.kind === 'resources' ? selection.resourceIds : one);
  return { count: ids.size, has: (id) => ids.has(id) };
};

const named = (ids: readonly ResourceId[]): Selection => {
  const [first] = ids;
  if (first === undefined) return { kind: 'topic' };
  return ids.length === 1
    ? { kind: 'resource', resourceId: first, placementId: null }
    : { kind: 'resources', resourceIds: ids };
};

const without = <Item>(items: ReadonlySet<Item>, item: Item): ReadonlySet<Item> =>
  new Set([...items].filter((one) => one !== item));

const toggledFound = (selection: FoundSelection, id: ResourceId, place: number): Selection => {
  const { except, also } = selection;
  const next = { ...selection };
  if (except.has(id)) next.except = without(except, id);
  else if (also.has(id)) next.also = without(also, id);
  else if (isFound(selection, id, place)) next.except = new Set([...except, id]);
  else next.also = new Set([...also, id]);
  return manyChosen(next) === 0 ? { kind: 'topic' } : next;
};

/** The selection after the result at this place was chosen beside the others, or no longer. */
export const toggled = (selection: Selection, id: ResourceId, place: number): Selection => {
  if (selection.kind === 'found') return toggledFound(selection, id, place);
  const before = selection.kind === 'resources' ? selection.resourceIds : [];
  const ids = selection.kind === 'resource' ? [selection.resourceId] : before;
  return named(ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]);
};

/** These as a selection; none: the topic. */
export const toSelection = named;

type Asked = Pick<FoundSelection, 'query' | 'sort' | 'descending'>;

/** All that a search finds, or a stretch of it, as a selection. */
export const foundSelection = (
  { query, sort, descending }: Asked,
  size: number,
  stretch: FoundSelection['stretch'],
): FoundSelection => ({
  kind: 'found',
  query,
  sort,
  descending,
  stretch,
  size,
  except: new Set(),
  also: new Set(),
});

type Present = Asked & {
  /** How many it finds; null: not known yet. */
  readonly total: number | null;
  readonly asOf: string;
};

/** A selection of many as the search that is open now leaves it: what would mean something else is let go. */
export const choiceInStep = (selection: FoundSelection, present: Present): Selection => {
  const { stretch, size } = selection;
  const isOther = selection.query !== present.query;
  const isReordered = selection.sort !== present.sort || selection.descending !== present.descending;
  if (isOther || (stretch && (isReordered || stretch.asOf !== present.asOf))) return { kind: 'topic' };
  if (stretch || present.total === null || present.total === size) return selection;
  return present.total === 0 ? { kind: 'topic' } : { ...selection, size: present.total };
};
