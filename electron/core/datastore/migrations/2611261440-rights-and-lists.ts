import type { Migration } from './migration.ts';

type OldRecord = Readonly<Record<string, unknown>>;
type Held = { readonly table: string; readonly record?: OldRecord };
type OldChange = OldRecord & { readonly ops: readonly Held[] };
type OldTrash = OldRecord & { readonly records: readonly Held[] };
type OldLibrary = OldRecord & {
  readonly tables: Readonly<Record<string, readonly OldRecord[]>>;
  readonly history: { readonly done: readonly OldChange[]; readonly undone: readonly OldChange[] };
};

/** What version 2 says of records that version 1 was silent about: nothing is known. */
const added: Readonly<Record<string, OldRecord>> = {
  library: { theme: 'paper', accent: null, logoImageId: null, commercialUse: null },
  topics: { formerSlugs: [], theme: null, textLicenseId: null, commercialUse: null },
  resources: { quotedFrom: null },
  images: { kind: null },
};

const newTables = { evidence: [], rightsDecisions: [], smartLists: [], templates: [], distinctions: [] };

const up = <Holder extends Held>(held: Holder): Holder => {
  if (held.record === undefined) return held;
  if (held.table === 'trash') return { ...held, record: upTrash(held.record as OldTrash) };
  return { ...held, record: { ...held.record, ...added[held.table] } };
};

const upTrash = (entry: OldTrash): OldTrash => ({ ...entry, records: entry.records.map(up) });

const upChange = (change: OldChange): OldChange => ({ ...change, ops: change.ops.map(up) });

/**
 * Version 2 knows evidence, rights decisions, kept searches, templates, what is no duplicate, the look of pages, quoted
 * summaries and what a picture is called.
 */
export const rightsAndLists: Migration = {
  name: '2611261440-rights-and-lists',
  from: 1,
  up: (value) => {
    const library = value as OldLibrary;
    const tables = Object.fromEntries(
      Object.entries(library.tables).map(([table, records]) => [
        table,
        table === 'trash'
          ? records.map((entry) => upTrash(entry as OldTrash))
          : records.map((record) => ({ ...record, ...added[table] })),
      ]),
    );
    return {
      ...library,
      formatVersion: 2,
      tables: { ...tables, ...newTables },
      history: { done: library.history.done.map(upChange), undone: library.history.undone.map(upChange) },
    };
  },
};
