import type { SharedTable } from '../share-records.ts';
import { changedSide, type Settle, type Three } from './conflict.ts';
import { mergeSections, type Section } from './merge-sections.ts';
import { fromUnits, toUnits, type AnyRecord } from './units.ts';

type Place = { readonly position: string } & AnyRecord;

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && 'value' in value && isEmpty(value.value));

const byText = (wanted: 'smaller' | 'greater') => (ours: unknown, theirs: unknown) =>
  String(ours) < String(theirs) === (wanted === 'smaller') ? ours : theirs;

/** Both moved it: within one list any place of the two will do, so nobody is asked. */
const samePlace = (ours: unknown, theirs: unknown): unknown => {
  const [a, b] = [ours as Place, theirs as Place];
  const { position: _a, ...parentA } = a;
  const { position: _b, ...parentB } = b;
  if (JSON.stringify(parentA) !== JSON.stringify(parentB)) return undefined;
  return a.position > b.position ? a : b;
};

const union = (ours: unknown, theirs: unknown): unknown =>
  [...new Set([...(ours as string[]), ...(theirs as string[])])].toSorted().slice(0, 100);

/** What is settled without asking, the same whichever side is which. `undefined`: has to be asked. */
const settled: Readonly<Record<string, (ours: unknown, theirs: unknown) => unknown>> = {
  updatedAt: byText('greater'),
  createdAt: byText('smaller'),
  addedAt: byText('smaller'),
  slug: byText('smaller'),
  formerSlugs: union,
  place: samePlace,
};

type Work = { readonly table: SharedTable; readonly recordId: string; readonly settle: Settle };

const mergeUnit = (field: string, three: Three<unknown>, { table, recordId, settle }: Work): unknown => {
  const { base, ours, theirs } = three;
  const side = changedSide(three);
  if (side !== null) return three[side];
  // Added on both sides, as the same picture is: what one says and the other does not is no contradiction.
  if (base === undefined && isEmpty(ours)) return theirs;
  if (base === undefined && isEmpty(theirs)) return ours;
  return settled[field]?.(ours, theirs) ?? three[settle({ table, recordId, field, ours, theirs })];
};

/** Merges a record that both sides have; `base` undefined: each made it on its own. */
export const mergeRecord = (
  three: { readonly base: AnyRecord | undefined; readonly ours: AnyRecord; readonly theirs: AnyRecord },
  work: Work,
): AnyRecord => {
  const { table, recordId } = work;
  const base = three.base === undefined ? new Map<string, unknown>() : toUnits(table, three.base);
  const ours = toUnits(table, three.ours);
  const theirs = toUnits(table, three.theirs);
  const fields = new Set([...ours.keys(), ...theirs.keys()]);
  const merged = new Map<string, unknown>();
  for (const field of fields) {
    const values = { base: base.get(field), ours: ours.get(field), theirs: theirs.get(field) };
    const value =
      table === 'topics' && field === 'sections'
        ? mergeSections(values as Three<readonly Section[]>, work)
        : mergeUnit(field, values, work);
    if (value !== undefined) merged.set(field, value);
  }
  return fromUnits(table, recordId, merged);
};
