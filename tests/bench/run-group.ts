/** Measures one group in this process and prints its rows as JSON: `run-group.ts NAME SCALE`. */
import { groups } from './groups.ts';
import type { Scale } from './row.ts';

const [, , name = '', scale = ''] = process.argv;
const group = groups[name];
if (!group) throw new Error(`there is no group of rows called ${name}`);
process.stdout.write(JSON.stringify(await group(JSON.parse(scale) as Scale)));
