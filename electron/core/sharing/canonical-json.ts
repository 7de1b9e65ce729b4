import { compareText } from '#shared/domain/ordering.ts';
import { sharedTables, type RecordLists } from './share-records.ts';

const sorted = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => compareText(a, b)))
    : value;

const line = (value: unknown): string => JSON.stringify(value, sorted);

/**
 * Records as canonical JSON: keys sorted, lists sorted by id, one record a line. The same records give the same bytes
 * whatever library they come from, so that two states can be compared by their text alone.
 */
export const canonicalJson = (lists: RecordLists): string => {
  const tables = sharedTables.map((table) => {
    const records = lists[table].toSorted((a, b) => compareText(a.id, b.id));
    return records.length === 0
      ? `  "${table}": []`
      : `  "${table}": [\n${records.map((record) => `    ${line(record)}`).join(',\n')}\n  ]`;
  });
  return `{
  "format": ${line(lists.format)},
  "formatVersion": ${line(lists.formatVersion)},
  "library": ${line(lists.library)},
${tables.join(',\n')}
}
`;
};
