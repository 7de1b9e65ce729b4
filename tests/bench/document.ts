import type { Row } from './row.ts';
import { toTable } from './table.ts';

/** What one run of a group gave. */
export type Measured = {
  readonly group: string;
  /** Resources in the library; null: the work has a size of its own. */
  readonly resources: number | null;
  /** How many processes waited for the processor when it began (average of the last minute). */
  readonly load: number;
  readonly rows: readonly Row[];
};

/** The goals are for this size; at smaller ones the ratios only show how the work grows. */
const goalSize = 100_000;

const titleOf = (resources: number | null): string =>
  resources === null ? 'Works with a size of their own' : `${resources.toLocaleString('en')} resources`;

const rowsOf = ({ resources, rows }: Measured): readonly Row[] =>
  resources === null || resources === goalSize ? rows : rows.map((row) => ({ ...row, goal: null }));

/** A table for each size, the largest first. */
export const toTables = (measured: readonly Measured[]): string => {
  const bySize = Map.groupBy(measured, ({ resources }) => resources);
  const sizes = [...bySize.keys()].toSorted((a, b) => (b ?? 0) - (a ?? 0));
  return sizes
    .map((size) => `## ${titleOf(size)}\n\n${toTable((bySize.get(size) ?? []).flatMap(rowsOf))}`)
    .join('\n\n');
};

/** Figures of this time in the place of earlier ones of the same group and size. */
export const mergeMeasured = (
  before: readonly Measured[],
  now: readonly Measured[],
  groups: readonly { readonly name: string }[],
): Measured[] => {
  const keyOf = ({ group, resources }: Measured): string => `${group} ${resources ?? ''}`;
  const all = new Map([...before, ...now].map((one) => [keyOf(one), one]));
  const place = ({ group }: Measured): number => groups.findIndex(({ name }) => name === group);
  return [...all.values()].toSorted((a, b) => place(a) - place(b) || (a.resources ?? 0) - (b.resources ?? 0));
};

/** From this line on the page is written by hand. */
const handwritten = '<!-- From here on by hand: npm run bench -- --write leaves it alone. -->';

/** The page that keeps the last measurement, up to what is written by hand. */
export const toDocument = (measured: readonly Measured[], machine: string): string => {
  const loads = measured.map(({ load }) => load);
  return `# Performance

Made by \`npm run bench -- --write\`. Every work is measured beside an anchor that anybody can judge, in turn and in the same
run; what counts is the ratio of the medians. Times are those of one machine (${machine}) and promise nothing for another;
while they were taken ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)} processes were waiting for its processors.
“Longest task” is the longest time in which the core's event loop did not get its turn. The goals are those for
${goalSize.toLocaleString('en')} resources.

${toTables(measured)}
`;
};

/** The new page with what the old one has by hand. */
export const keepHandwritten = (made: string, before: string): string => {
  const at = before.indexOf(handwritten);
  return `${made}\n${at < 0 ? `${handwritten}\n` : before.slice(at)}`;
};
