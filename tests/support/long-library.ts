import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { carrel } from './run-program.ts';

const words = 'library garden kitchen reading literacy partners program story seeds water data skills'.split(
  ' ',
);

const sentence = (seed: number, length: number): string =>
  Array.from({ length }, (_, index) => words[(seed * 7 + index * 5) % words.length]).join(' ');

/** The title of an entry of a long board, by its number from 1. */
export const longTitle = (number: number): string => `Entry ${number}`;

/** Fills a library with a topic and, below it, one called “sections”, of so many: “Part 1” and on, three entries each. */
export const fillSections =
  (title: string, count: number) =>
  async (libraryDir: string, folder: string): Promise<void> => {
    const parts = Array.from({ length: count }, (_, index) => {
      const links = [1, 2, 3].map(
        (at) => `- [${longTitle(index + 1)}.${at}](https://example.org/${index}/${at})`,
      );
      return [`## Part ${index + 1}`, '', ...links, ''].join('\n');
    });
    const path = join(folder, 'sections.md');
    await writeFile(path, parts.join('\n'));
    const made = await carrel(['import', path, '--library', libraryDir, '--topic', title]);
    expect(made, 'filling the library').toMatchObject({ code: 0 });
  };

/** Fills a library with one topic that has so many entries, in the order of their numbers. */
export const fillLongTopic =
  (title: string, count: number) =>
  async (libraryDir: string, folder: string): Promise<void> => {
    const rows = Array.from({ length: count }, (_, index) => {
      const day = String(1 + (index % 28)).padStart(2, '0');
      return `${longTitle(index + 1)},${sentence(index, 28)},2018-11-${day}`;
    });
    const path = join(folder, 'long.csv');
    await writeFile(path, ['title,summary,date modified', ...rows].join('\n'));
    const made = await carrel(['import', path, '--library', libraryDir, '--topic', title]);
    expect(made, 'filling the library').toMatchObject({ code: 0 });
  };
