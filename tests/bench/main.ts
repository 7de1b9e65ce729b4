/**
 * `npm run bench`: measures Carrel's works beside their anchors in the same run, and prints a table of ratios.
 * --only NAME (several times) measures some groups, --resources N and --runs N change the scale, --quick makes everything
 * small (to try a change out), --write keeps the table as docs/performance.md and docs/performance.json.
 */
import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import type { Row, Scale } from './row.ts';
import { toDocument, toTable } from './table.ts';

const names = ['edit', 'open', 'search', 'site', 'derivatives', 'rights', 'screen', 'import'] as const;

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    resources: { type: 'string' },
    runs: { type: 'string' },
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const { quick } = values;
const scale: Scale = {
  resources: Number(values.resources ?? (quick ? 5_000 : 100_000)),
  runs: Number(values.runs ?? (quick ? 2 : 7)),
  quick,
};

/** Each group has a process to itself, so that none finds another's memory or warmed-up code. */
const measure = async (name: string): Promise<readonly Row[]> => {
  process.stderr.write(`measuring ${name} …\n`);
  const file = join(import.meta.dirname, 'run-group.ts');
  const child = spawn(process.execPath, ['--expose-gc', file, name, JSON.stringify(scale)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const output = await text(child.stdout);
  if (output === '') throw new Error(`the group ${name} ended without an answer`);
  return JSON.parse(output) as readonly Row[];
};

const rows: Row[] = [];
for (const name of names) {
  if (!values.only || values.only.includes(name)) rows.push(...(await measure(name)));
}
const [processor] = cpus();
const machine = `${cpus().length} × ${processor?.model ?? 'processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}, Node ${process.version}`;
process.stdout.write(`${toTable(rows)}\n`);
if (values.write) {
  const docs = join(import.meta.dirname, '../../docs');
  await writeFile(join(docs, 'performance.md'), toDocument(rows, machine, scale));
  await writeFile(join(docs, 'performance.json'), `${JSON.stringify({ machine, scale, rows }, null, 2)}\n`);
}
