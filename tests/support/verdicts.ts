import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

/** Right: what the file's description asks for. Explained: refused or taken otherwise, and the user is told why. */
export type Verdict = 'right' | 'explained' | 'wrong';

/** Collects what became of the cases of each format, to be compared with the table in `docs/import-formats.md`. */
export const createVerdicts = () => {
  const cases = new Map<string, Map<string, Verdict>>();
  const note = (format: string, name: string, verdict: Verdict): void => {
    const known = cases.get(format) ?? new Map<string, Verdict>();
    cases.set(format, known.set(name, verdict));
  };
  return {
    /** Runs the check of one case; a check that throws is a case gone wrong. */
    judge: async (format: string, name: string, check: () => Promise<Verdict> | Verdict): Promise<void> => {
      note(format, name, 'wrong');
      note(format, name, await check());
    },
    /** Format, cases, right, explained, wrong, as a line of the table. */
    rows: (): string[] =>
      [...cases].map(([format, known]) => {
        const count = (verdict: Verdict): number =>
          [...known.values()].filter((one) => one === verdict).length;
        return `| ${format} | ${known.size} | ${count('right')} | ${count('explained')} | ${count('wrong')} |`;
      }),
    /** Files that no case is called by, so that none of a folder is passed over. */
    unjudged: (names: readonly string[]): string[] => {
      const judged = new Set([...cases.values()].flatMap((known) => [...known.keys()]));
      return names.filter((name) => !judged.has(name));
    },
  };
};

const doc = new URL('../../docs/import-formats.md', import.meta.url);

const formatOf = (line: string): string => line.split('|')[1]?.trim() ?? '';

const squeezed = (line: string): string => line.replaceAll(/ +/g, ' ').trim();

/** Puts lines into the table, in place of those of the same format or at its end. */
const writeRows = (rows: readonly string[]): void => {
  const lines = readFileSync(doc, 'utf8').split('\n');
  const known = new Set(rows.map(formatOf));
  const fresh = new Map(rows.map((row) => [formatOf(row), row]));
  const replaced = lines.map((line) => {
    const format = formatOf(line);
    const row = line.startsWith('|') ? fresh.get(format) : undefined;
    if (row !== undefined) fresh.delete(format);
    return row ?? line;
  });
  const last = replaced.findLastIndex((line) => /^\|.*\d+ *\|$/.test(line));
  replaced.splice(last + 1, 0, ...[...fresh.values()].filter((row) => known.has(formatOf(row))));
  writeFileSync(doc, replaced.join('\n'));
};

/**
 * Prints the lines, and fails when the table in the docs says anything else. With `CARREL_WRITE_DOCS=1` it is written
 * anew instead, for `prettier` to bring into form.
 */
export const expectInDocs = (rows: readonly string[]): void => {
  process.stdout.write(`${rows.join('\n')}\n`);
  expect(rows.filter((row) => !row.endsWith('| 0 |'))).toEqual([]);
  if (process.env['CARREL_WRITE_DOCS'] === '1') writeRows(rows);
  const lines = readFileSync(doc, 'utf8').split('\n').map(squeezed);
  expect(lines).toEqual(expect.arrayContaining([...rows]));
};
