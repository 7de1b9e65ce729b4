import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { barrels, codeInAssets, cycles, layerViolations, missingFiles } from './check-layers.ts';
import { layerRules, topLevel } from './layer-rules.ts';
import { filesBelow, readModule, readModules, root } from './read-modules.ts';

const modules = readModules();
const files = new Set(['shared', 'electron', 'renderer', 'assets', 'tests'].flatMap((f) => filesBelow(f)));

test('the checker sees the whole project', () => {
  const count = (folder: string) => modules.filter(({ path }) => path.startsWith(folder)).length;
  expect(modules.length).toBeGreaterThan(200);
  for (const folder of [
    'shared/',
    'electron/core/',
    'electron/shell/',
    'electron/browser-host/',
    'renderer/',
  ])
    expect(count(folder), folder).toBeGreaterThan(5);
  const imports = modules.flatMap((module) => module.imports);
  expect(imports.length).toBeGreaterThan(modules.length);
});

describe('layers', () => {
  const violations = layerViolations(modules);

  test.for(layerRules.map((rule) => [rule.name, rule] as const))('%s', ([name, rule]) => {
    expect(violations.filter((violation) => violation.rule === name)).toEqual([]);
    const planted = readModule(rule.planted.path, rule.planted.source);
    expect(layerViolations([...modules, planted]).filter((violation) => violation.rule === name)).toEqual([
      { rule: name, path: planted.path, target: planted.imports[0]?.target },
    ]);
  });
});

test('every imported file is there', () => {
  expect(missingFiles(modules, files)).toEqual([]);
  const planted = readModule('shared/planted.ts', `import { a } from './gone.ts'; export { a };`);
  expect(missingFiles([planted], files).map(({ target }) => target)).toEqual(['shared/gone.ts']);
});

test('there are no barrels', () => {
  expect(barrels(modules)).toEqual([]);
  const planted = [
    readModule('shared/model/index.ts', `export { topicSchema } from './topic.ts';`),
    readModule('shared/model/all.ts', `export * from './topic.ts';`),
  ];
  expect(barrels([...modules, ...planted])).toEqual(['shared/model/index.ts', 'shared/model/all.ts']);
});

test('no modules import each other in a circle', () => {
  expect(cycles(modules)).toEqual([]);
  const planted = [
    readModule('shared/planted-a.ts', `import type { B } from './planted-b.ts'; export type A = B;`),
    readModule('shared/planted-b.ts', `import { c } from '#shared/planted-c.ts'; export type B = typeof c;`),
    readModule('shared/planted-c.ts', `export const c = async () => import('./planted-a.ts');`),
  ];
  expect(cycles([...modules, ...planted])).toEqual(planted.map(({ path }) => path));
});

test('assets hold no code', () => {
  expect(codeInAssets(modules)).toEqual([]);
  const planted = readModule('assets/planted.js', `export const a = 1;`);
  expect(codeInAssets([...modules, planted])).toEqual(['assets/planted.js']);
});

test('nothing else lies at the top level', () => {
  const lines = readFileSync(join(root, '.gitignore'), 'utf8').split('\n');
  const ignored = new Set(lines.map((line) => line.replace(/\/$/, '')));
  const strangers = (names: readonly string[]) =>
    names.filter((name) => !topLevel.has(name) && !ignored.has(name) && !name.endsWith('.log'));
  expect(strangers(readdirSync(root))).toEqual([]);
  expect(strangers([...readdirSync(root), 'scripts'])).toEqual(['scripts']);
});
