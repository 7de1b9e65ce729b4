import { z } from 'zod';
import { changeSchema, type Change } from '#shared/model/change.ts';
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
    distinctions: z.array(tableSchemas.distinctions),
  }),
  history: z.strictObject({ done: z.array(changeSchema), undone: z.array(changeSchema) }),
});
export type Snapshot = z.infer<typeof snapshotSchema>;

/** Tables without records. They have no prototype, so that no id can name something inherited. */
export const emptyTables = (): Tables =>
  Object.fromEntries(tableNames.map((name) => [name, Object.create(null)])) as Tables;

/** Records that make one piece of text: few enough for a few milliseconds of work. */
const recordsAPiece = 500;

/** The ids of a table in order. Most tables are in order already, and to find that out takes a tenth of sorting them. */
const sortedIds = (table: Readonly<Record<string, unknown>>): readonly string[] => {
  const ids = Object.keys(table);
  let last = '';
  for (const id of ids) {
    // Without a function to compare by, texts are sorted by code unit, and several times faster.
    if (id < last) return ids.toSorted();
    last = id;
  }
  return ids;
};

const tablePieces = function* (table: Readonly<Record<string, unknown>>, indent: string): Generator<string> {
  const ids = sortedIds(table);
  if (ids.length === 0) {
    yield '[]';
    return;
  }
  yield '[\n';
  for (let at = 0; at < ids.length; at += recordsAPiece) {
    const lines = ids.slice(at, at + recordsAPiece).map((id) => `${indent}  ${JSON.stringify(table[id])}`);
    yield `${lines.join(',\n')}${at + recordsAPiece < ids.length ? ',' : ''}\n`;
  }
  yield `${indent}]`;
};

/** A change as one line, in pieces: one that made a hundred thousand records is as long as they are. */
const changePieces = function* (change: Change): Generator<string> {
  if (change.ops.length <= recordsAPiece) {
    yield JSON.stringify(change);
    return;
  }
  const { ops, reverts, aside, joins, ...head } = change;
  yield `${JSON.stringify(head).slice(0, -1)},"ops":[`;
  for (let at = 0; at < ops.length; at += recordsAPiece) {
    const some = JSON.stringify(ops.slice(at, at + recordsAPiece)).slice(1, -1);
    yield at === 0 ? some : `,${some}`;
  }
  const marks = JSON.stringify({ reverts, aside, joins }).slice(1, -1);
  yield marks === '' ? ']}' : `],${marks}}`;
};

const changesPieces = function* (changes: readonly Change[]): Generator<string> {
  if (changes.length === 0) yield '[]';
  for (const [at, change] of changes.entries()) {
    yield at === 0 ? '[\n      ' : ',\n      ';
    yield* changePieces(change);
  }
  if (changes.length > 0) yield '\n    ]';
};

/** The text of `library.json` in pieces: the same data always gives the same text. */
export const snapshotPieces = function* (data: LibraryData): Generator<string> {
  yield `{\n  "formatVersion": ${data.formatVersion},\n  "seq": ${data.seq},\n  "tables": {\n`;
  for (const [at, name] of tableNames.entries()) {
    yield `    "${name}": `;
    yield* tablePieces(data.tables[name], '    ');
    yield at < tableNames.length - 1 ? ',\n' : '\n';
  }
  yield `  },\n  "history": {\n    "done": `;
  yield* changesPieces(data.history.done);
  yield `,\n    "undone": `;
  yield* changesPieces(data.history.undone);
  yield `\n  }\n}\n`;
};

/** The text of `library.json`. For small libraries and tests; large ones are written piece by piece. */
export const formatSnapshot = (data: LibraryData): string => [...snapshotPieces(data)].join('');

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
