import { z } from 'zod';
import { changeSchema } from '#shared/model/change.ts';
import type { LibraryData, RecordOf, TableName, Tables } from '#shared/model/library.ts';
import { currentFormatVersion, tableSchemas } from '#shared/model/library.ts';

/** The tables in the order the file has them. */
export const tableNames = Object.keys(tableSchemas) as readonly TableName[];

/** `library.json` as it lies on the disk: tables are lists sorted by id, one record a line, so that diffs are small. */
export const snapshotSchema = z.strictObject({
  formatVersion: z.literal(currentFormatVersion),
  /** Number of the last change contained. */
  seq: z.int().nonnegative(),
  tables: z.strictObject({
    library: z.array(tableSchemas.library).length(1),
    topics: z.array(tableSchemas.topics),
    resources: z.array(tableSchemas.resources),
    placements: z.array(tableSchemas.placements),
    resourceTypes: z.array(tableSchemas.resourceTypes),
    images: z.array(tableSchemas.images),
    trash: z.array(tableSchemas.trash),
    evidence: z.array(tableSchemas.evidence),
    rightsDecisions: z.array(tableSchemas.rightsDecisions),
    smartLists: z.array(tableSchemas.smartLists),
    templates: z.array(tableSchemas.templates),
  }),
  history: z.strictObject({ done: z.array(changeSchema), undone: z.array(changeSchema) }),
});
export type Snapshot = z.infer<typeof snapshotSchema>;

/** Tables without records. They have no prototype, so that no id can name something inherited. */
export const emptyTables = (): Tables =>
  Object.fromEntries(tableNames.map((name) => [name, Object.create(null)])) as Tables;

const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

const linesOf = (records: readonly unknown[], indent: string): string =>
  records.length === 0
    ? '[]'
    : `[\n${records.map((record) => `${indent}  ${JSON.stringify(record)}`).join(',\n')}\n${indent}]`;

/** The text of `library.json`: the same data always gives the same text. */
export const formatSnapshot = (data: LibraryData): string => {
  const tables = tableNames.map((name) => {
    const records = Object.values(data.tables[name] as Record<string, RecordOf<TableName>>);
    return `    "${name}": ${linesOf(records.toSorted(byId), '    ')}`;
  });
  return [
    '{',
    `  "formatVersion": ${data.formatVersion},`,
    `  "seq": ${data.seq},`,
    `  "tables": {\n${tables.join(',\n')}\n  },`,
    `  "history": {`,
    `    "done": ${linesOf(data.history.done, '    ')},`,
    `    "undone": ${linesOf(data.history.undone, '    ')}`,
    '  }',
    '}',
    '',
  ].join('\n');
};

/** Lists to tables. Throws a plain error that names an id that occurs twice. */
export const toLibraryData = (snapshot: Snapshot): LibraryData => {
  const tables = emptyTables();
  for (const name of tableNames) {
    const target = tables[name] as Record<string, RecordOf<TableName>>;
    for (const record of snapshot.tables[name]) {
      if (target[record.id]) throw new Error(`tables.${name}: the id ${record.id} occurs twice`);
      target[record.id] = record;
    }
  }
  return { formatVersion: snapshot.formatVersion, seq: snapshot.seq, tables, history: snapshot.history };
};

/** Parses JSON that people or other programs may have touched: no BOM, no `__proto__` keys. Throws SyntaxError. */
export const parseJson = (text: string): unknown => {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  // A reviver makes parsing several times slower, so it runs only where such a key can be.
  if (!/__proto__|\\u005f/i.test(plain)) return JSON.parse(plain);
  return JSON.parse(plain, (key, value: unknown) => (key === '__proto__' ? undefined : value));
};
