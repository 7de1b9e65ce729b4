import type { SharedTable } from '../share-records.ts';

/** A record of any table, seen as fields. */
export type AnyRecord = Readonly<Record<string, unknown>>;

/** The parts of a record that are merged each on its own, by a name such as `title`, `place` or `credit.creator`. */
export type Units = ReadonlyMap<string, unknown>;

/** Fields that only make sense together: a place is a parent and a position in it. */
const groups: { readonly [Table in SharedTable]?: Readonly<Record<string, string>> } = {
  topics: { parentId: 'place', position: 'place' },
  placements: { sectionId: 'place', position: 'place' },
  images: { alt: 'alternative', decorative: 'alternative' },
};

const isObject = (value: unknown): value is AnyRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A credit's field and where its value came from belong together. */
const creditUnits = (credit: AnyRecord): (readonly [string, unknown])[] => {
  const origins = isObject(credit['origins']) ? credit['origins'] : {};
  return Object.entries(credit)
    .filter(([field]) => field !== 'origins')
    .map(([field, value]) => [`credit.${field}`, { value, origin: origins[field] ?? null }]);
};

/** Takes a record apart. The id is no unit: it is what makes two records the same. */
export const toUnits = (table: SharedTable, record: AnyRecord): Units => {
  const units = new Map<string, unknown>();
  for (const [field, value] of Object.entries(record)) {
    const group = groups[table]?.[field];
    if (field === 'id') continue;
    if (group !== undefined) {
      units.set(group, { ...(units.get(group) as AnyRecord | undefined), [field]: value });
    } else if (field === 'credit' && isObject(value)) {
      for (const [name, unit] of creditUnits(value)) units.set(name, unit);
    } else if (field === 'otherFields' && isObject(value)) {
      for (const [name, text] of Object.entries(value)) units.set(`otherFields.${name}`, text);
    } else {
      units.set(field, value);
    }
  }
  return units;
};

const creditOf = (units: Units): AnyRecord => {
  const fields = [...units].filter(([name]) => name.startsWith('credit.'));
  const parts = fields.map(([name, unit]) => [name.slice('credit.'.length), unit as AnyRecord] as const);
  return {
    ...Object.fromEntries(parts.map(([field, { value }]) => [field, value])),
    origins: Object.fromEntries(
      parts
        .filter(([, { origin }]) => origin !== null)
        .map(([field, { origin }]) => [field, origin] as const)
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ),
  };
};

const otherFieldsOf = (units: Units): AnyRecord =>
  Object.fromEntries(
    [...units]
      .filter(([name, value]) => name.startsWith('otherFields.') && value !== undefined)
      .map(([name, value]) => [name.slice('otherFields.'.length), value]),
  );

/** Puts a record together again. */
export const fromUnits = (table: SharedTable, id: string, units: Units): AnyRecord => {
  const grouped = new Set(Object.values(groups[table] ?? {}));
  const record: Record<string, unknown> = { id };
  for (const [name, value] of units) {
    if (grouped.has(name)) Object.assign(record, value);
    else if (!/^(?:credit|otherFields)\./.test(name)) record[name] = value;
  }
  if (table === 'images') record['credit'] = creditOf(units);
  if (table === 'resources') record['otherFields'] = otherFieldsOf(units);
  return record;
};
