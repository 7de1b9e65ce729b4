/**
 * Run as a process of its own, to be killed: works on the library in the folder given as fast as it can, closing and
 * opening it now and then, and prints what it is about to promise and what was answered as saved.
 */
import { systemClock } from '#core/system.ts';
import { openLibrary } from '../open-library.ts';
import { createRandom } from '../random.ts';
import { workOnce, type Tell } from '../workload.ts';

const [, , libraryDir = '', settingsDir = '', seed = '0'] = process.argv;
const random = createRandom(Number(seed));
const clock = { ...systemClock, advance: () => undefined, set: () => undefined };
const tell: Tell = (kind, pledge) => void process.stdout.write(`${JSON.stringify({ kind, pledge })}\n`);

for (;;) {
  const core = await openLibrary(libraryDir, settingsDir, clock);
  process.stdout.write('"open"\n');
  for (let round = 0; round < 40; round += 1) {
    await Promise.all([workOnce(core, random, tell), workOnce(core, random, tell)]);
  }
  await core.close();
}
