import { expect, test } from 'vitest';
import messages from '#shared/i18n/en.json' with { type: 'json' };
import { messageUses, wordsOf, type Use } from './message-uses.ts';
import { readModule, readModules, type Module } from './read-modules.ts';

type Messages = { readonly [name: string]: string | Messages };

const flatten = (tree: Messages, before = ''): string[] =>
  Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string' ? [`${before}${name}`] : flatten(value, `${before}${name}.`),
  );

const keys = flatten(messages);
const known = new Set(keys);
const exists = ({ key }: Use): boolean =>
  typeof key === 'string' ? known.has(key) : keys.some((candidate) => key.test(candidate));

const product = readModules().filter(({ path }) => /^(shared|electron|renderer)\//.test(path));

test('every message that is asked for is in en.json', () => {
  const uses = messageUses(product);
  expect(uses.length).toBeGreaterThan(100);
  expect(uses.filter((use) => !exists(use))).toEqual([]);
});

test('a message that nobody wrote is noticed', () => {
  const planted = [
    readModule('renderer/a.tsx', `export const A = () => <p>{t('not.there')}</p>;`),
    readModule('renderer/b.ts', 'export const b = (x: string) => t(`nothing.${x}.here`);'),
    readModule('renderer/c.ts', `export const c = { labelKey: 'menu.not-there' };`),
    readModule(
      'electron/core/d.ts',
      `export const d = () => { throw new CarrelError('conflict', 'No.', { reason: 'not-there' }); };`,
    ),
    readModule('electron/core/e.ts', `export const e = () => commit({ key: 'not.there', values: {} }, f);`),
    readModule('electron/core/f.ts', `export const f = () => changeLabel(x ? 'topic.rename' : 'not.there');`),
  ];
  expect(
    messageUses(planted)
      .filter((use) => !exists(use))
      .map(({ key }) => String(key)),
  ).toEqual([
    'not.there',
    String.raw`/^nothing\..+\.here$/`,
    'menu.not-there',
    'error.not-there',
    'change.not.there',
    'change.not.there',
  ]);
});

/** Messages whose last part comes from the core: the part must be written there. */
const families = new Set(['error', 'change', 'recovery', 'import-report']);

const unusedIn = (modules: readonly Module[], candidates: readonly string[]): string[] => {
  const found = modules.map((module) => ({ module, ...wordsOf(module) }));
  const everywhere = new Set(found.flatMap(({ words }) => [...words]));
  const patterns = found.flatMap((one) => one.patterns);
  // Modules that read en.json itself put keys together from parts that others name.
  const readers = found.filter(({ module }) =>
    module.imports.some(({ target }) => target === 'shared/i18n/en.json'),
  );
  const isUsed = (key: string): boolean => {
    const [family = '', ...rest] = key.split('.');
    if (everywhere.has(key)) return true;
    if (families.has(family)) return everywhere.has(rest.join('.'));
    return (
      patterns.some((pattern) => pattern.test(key)) ||
      (readers.some(({ words }) => words.has(family)) &&
        rest.every((part) => everywhere.has(part) || patterns.some((pattern) => pattern.test(part))))
    );
  };
  return candidates.filter((key) => !isUsed(key));
};

test('no message is left over', () => {
  expect(unusedIn(product, keys)).toEqual([]);
  expect(unusedIn(product, [...keys, 'topic.left-over', 'error.left-over'])).toEqual([
    'topic.left-over',
    'error.left-over',
  ]);
});
