/**
 * `npm run bench`: measures Carrel's works beside their anchors in the same run, at three sizes of library, and prints
 * tables of ratios. --only NAME (several times) measures some groups, --resources N (several times) and --runs N change
 * the scale, --quick makes everything small (to try a change out). --write keeps the figures in docs/performance.json
 * and the tables in docs/performance.md; what was not measured this time, and what was written by hand, stays.
 */
import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { keepHandwritten, mergeMeasured, toDocument, toTables, type Measured } from './document.ts';
import type { Row, Scale } from './row.ts';

/** Groups in the order of the tables, and whether they are measured at every size. */
const groups = [
  { name: 'edit', isSized: true },
  { name: 'open', isSized: true },
  { name: 'search', isSized: true },
  { name: 'site', isSized: false },
  { name: 'derivatives', isSized: false },
  { name: 'rights', isSized: true },
  { name: 'screen', isSized: false },
  { name: 'window', isSized: false },
  { name: 'import', isSized: true },
] as const;

/** Resources in a library, the largest last. */
const sizes = [1_000, 10_000, 100_000];

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    resources: { type: 'string', multiple: true },
    runs: { type: 'string' },
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const { quick } = values;
const wanted = values.resources?.map(Number) ?? (quick ? [5_000] : sizes);
const runs = Number(values.runs ?? (quick ? 2 : 7));

/** Each group has a process to itself, so that none finds another's memory or warmed-up code. */
const measure = async (name: string, scale: Scale): Promise<readonly Row[]> => {
  process.stderr.write(`measuring ${name} at ${scale.resources.toLocaleString('en')} …\n`);
  const file = join(import.meta.dirname, 'run-group.ts');
  const child = spawn(process.execPath, ['--expose-gc', file, name, JSON.stringify(scale)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const output = await text(child.stdout);
  if (output === '') throw new Error(`the group ${name} ended without an answer`);
  return JSON.parse(output) as readonly Row[];
};

const measureAll = async (): Promise<Measured[]> => {
  const measured: Measured[] = [];
  for (const { name, isSized } of groups) {
    if (values.only && !values.only.includes(name)) continue;
    for (const resources of isSized ? wanted : wanted.slice(-1)) {
      const load = loadavg()[0] ?? 0;
      const rows = await measure(name, { resources, runs, quick });
      measured.push({ group: name, resources: isSized ? resources : null, load, rows });
    }
  }
  return measured;
};

const write = async (measured: readonly Measured[]): Promise<void> => {
  const docs = join(import.meta.dirname, '../../docs');
  const [page, figures] = [join(docs, 'performance.md'), join(docs, 'performance.json')];
  const [processor] = cpus();
  const machine = `${cpus().length} × ${processor?.model ?? 'processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}, Node ${process.version}`;
  const before = JSON.parse(await readFile(figures, 'utf8')) as { readonly measured?: readonly Measured[] };
  const all = mergeMeasured(before.measured ?? [], measured, groups);
  const made = keepHandwritten(toDocument(all, machine), await readFile(page, 'utf8'));
  await writeFile(page, await format(made, { ...(await resolveConfig(page)), parser: 'markdown' }));
  await writeFile(figures, `${JSON.stringify({ machine, measured: all }, null, 2)}\n`);
};

const measured = await measureAll();
process.stdout.write(`${toTables(measured)}\n`);
if (values.write) await write(measured);
