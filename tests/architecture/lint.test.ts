import { execFile } from 'node:child_process';
import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { root } from './read-modules.ts';

const run = promisify(execFile);

/** Code that lint must refuse: where it stands, what it says, and the rule that speaks. */
const planted = [
  ['shared/a.ts', `import { join } from 'node:path'; export const a = join;`, 'no-restricted-imports'],
  ['shared/b.ts', `export const b = () => process.cwd();`, 'no-restricted-globals'],
  ['electron/core/a.ts', `import { app } from 'electron'; export const a = app;`, 'no-restricted-imports'],
  ['electron/core/b.ts', `import { x } from '../shell/x.ts'; export const b = x;`, 'no-restricted-imports'],
  ['electron/core/c.ts', `export const c = async () => import('electron');`, 'no-restricted-imports'],
  ['electron/cli/a.ts', `import { app } from 'electron'; export const a = app;`, 'no-restricted-imports'],
  [
    'electron/browser-host/a.ts',
    `import { A } from '#renderer/A.tsx'; export const a = A;`,
    'no-restricted-imports',
  ],
  ['electron/shell/a.ts', `import { a } from '../cli/a.ts'; export const b = a;`, 'no-restricted-imports'],
  ['renderer/a.ts', `import { join } from 'node:path'; export const a = join;`, 'no-restricted-imports'],
  [
    'renderer/b.ts',
    `import { openCore } from '#core/open-core.ts'; export const b = openCore;`,
    'no-restricted-imports',
  ],
  ['renderer/c.ts', `export const c = () => fetch('/rpc/topics.tree');`, 'no-restricted-globals'],
  ['renderer/d.ts', `export const d = () => window.fetch('/rpc/topics.tree');`, 'no-restricted-globals'],
  [
    'renderer/e.ts',
    `export const e = () => (window as unknown as { carrel: unknown }).carrel;`,
    'no-restricted-globals',
  ],
  ['renderer/F.tsx', `export const F = () => <p>Hello</p>;`, 'jsx-no-literals'],
  ['renderer/G.tsx', `export const G = () => <img alt="A cat" src="cat.png" />;`, 'jsx-no-literals'],
  ['shared/c.ts', `export const c = (value: any) => value;`, 'no-explicit-any'],
  ['shared/d.ts', `const d = 1; export default d;`, 'no-default-export'],
  ['shared/e.ts', `${'// line\n'.repeat(300)}export const e = 1;`, 'max-lines'],
  ['shared/f.ts', `export const f = () => {${'\n  f();'.repeat(60)}\n};`, 'max-lines-per-function'],
  ['shared/g.ts', `export const g = (a: 1, b: 1, c: 1, d: 1, e: 1) => [a, b, c, d, e];`, 'max-params'],
  [
    'shared/h.ts',
    `export const h = (n: number) => {${Array.from({ length: 12 }, (_, i) => `if (n === ${i}) return ${i};`).join('')} return -1; };`,
    'complexity',
  ],
  ['shared/i.ts', `export * from './g.ts';`, 'no-barrel-file'],
] as const;

/** Code that lint must let pass, lest the rules refuse everything. */
const allowed = [
  ['shared/ok.ts', `import { z } from 'zod'; import { g } from './g.ts'; export const ok = [z, g];`],
  ['electron/core/ok.ts', `import { join } from 'node:path'; export const ok = join;`],
  ['electron/shell/ok.ts', `import { app } from 'electron'; export const ok = app;`],
  ['renderer/api/ok.ts', `export const ok = () => fetch('/rpc/topics.tree');`],
  [
    'renderer/Ok.tsx',
    `export const Ok = ({ text }: { text: string }) => <p className="ok">{text} · {text}</p>;`,
  ],
] as const;

type Report = { readonly diagnostics: readonly { readonly code: string; readonly filename: string }[] };

test('lint refuses what each layer may not do, and nothing else', async () => {
  const folder = await temporaryFolder();
  for (const [path, source] of [...planted, ...allowed]) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), `${source}\n`);
  }
  await cp(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  const lint = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const { stdout } = await run(
    process.execPath,
    [lint, '--format', 'json', 'shared', 'electron', 'renderer'],
    {
      cwd: folder,
    },
  ).catch((error: { stdout: string }) => error);
  const { diagnostics } = JSON.parse(stdout) as Report;
  const rulesAt = (path: string) =>
    diagnostics.filter(({ filename }) => filename === path).map(({ code }) => code);

  for (const [path, , rule] of planted)
    expect(rulesAt(path), path).toEqual(expect.arrayContaining([expect.stringContaining(rule)]));
  for (const [path] of allowed) expect(rulesAt(path), path).toEqual([]);
});
