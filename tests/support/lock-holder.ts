/** Run as a process of its own: locks the library in the folder given and says so; ends when told on stdin, or killed. */
import { acquireLock } from '#core/datastore/lock.ts';

const [, , path = ''] = process.argv;
const lock = await acquireLock(path, 'cli');
process.stdout.write('locked\n');
for await (const _ of process.stdin) break;
await lock.release();
