import { readFileSync } from 'node:fs';
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
  };
};

/** Fails, naming the lines as they should be, when the table in the docs says anything else. */
export const expectInDocs = (rows: readonly string[]): void => {
  const text = readFileSync(new URL('../../docs/import-formats.md', import.meta.url), 'utf8');
  const lines = text.split('\n').map((line) => line.replaceAll(/ +/g, ' ').trim());
  expect(lines).toEqual(expect.arrayContaining([...rows]));
};
