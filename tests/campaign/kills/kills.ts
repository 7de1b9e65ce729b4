import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createLibrary } from '#core/library/create-library.ts';
import { libraryPaths } from '#core/library/paths.ts';
import { findLosses, standing } from '../check-library.ts';
import { openLibrary, temporaryFolder } from '../open-library.ts';
import { createRandom, type Random } from '../random.ts';
import type { Pledge } from '../recording/disk-log.ts';

/** What became of the kills. */
export type KillReport = {
  readonly kills: number;
  /** Edits that had been answered as saved. */
  readonly acknowledged: number;
  readonly unreadable: number;
  readonly lost: number;
  readonly problems: readonly string[];
};

type Heard = { readonly kind: 'intend' | 'ack'; readonly pledge: Pledge } | 'open';

const childFile = fileURLToPath(new URL('child.ts', import.meta.url));

/** Lets a process work on the library and kills it. Answers what it said. */
const killOne = async (root: string, seed: number, random: Random): Promise<readonly Heard[]> => {
  const words = [childFile, join(root, 'library'), join(root, 'settings'), String(seed)];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  let [output, errors] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const closed = once(child, 'close');
  await Promise.race([once(child.stdout, 'data'), closed]);
  await wait(random.below(250));
  if (child.exitCode !== null) throw new Error(`the process ended by itself: ${errors}`);
  child.kill('SIGKILL');
  await closed;
  return output
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Heard);
};

/** What a library has promised so far, over all the processes that worked on it. */
type Memory = { pledges: readonly Pledge[]; later: Set<string>; acknowledged: number };

const remember = (memory: Memory, heard: readonly Heard[]): void => {
  const pledges: Pledge[] = [];
  memory.later = new Set();
  for (const line of heard) {
    if (line === 'open') continue;
    if (line.kind === 'ack') pledges.push(line.pledge);
    else if (line.pledge.kind === 'title') memory.later.add(line.pledge.title);
  }
  memory.acknowledged += pledges.length;
  memory.pledges = standing([...memory.pledges, ...pledges]);
};

/** The title that stands now is what was promised, whichever of those on their way arrived. */
const settle = (memory: Memory, titles: ReadonlyMap<string, string>): void => {
  memory.pledges = memory.pledges.map((pledge) =>
    pledge.kind === 'title' ? { ...pledge, title: titles.get(pledge.topicId) ?? pledge.title } : pledge,
  );
};

const examine = async (root: string, memory: Memory): Promise<readonly string[]> => {
  const core = await openLibrary(join(root, 'library'), join(root, 'settings'));
  const losses = await findLosses(core, memory.pledges, memory.later);
  const broken = core.context.datastore.recovery.filter(({ key }) => key === 'broken-journal');
  const topics = Object.values(core.context.datastore.tables.topics);
  settle(memory, new Map(topics.map(({ id, title }) => [String(id), title])));
  await core.close();
  return [...losses, ...broken.map(() => 'the journal was broken')];
};

/** How often a library is killed before the next, empty one: a large one would make the campaign slow. */
const killsPerLibrary = 25;

/** Kills a working process `count` times, each time at a random moment, and looks for what was lost. */
export const campaignOfKills = async (
  count: number,
  seed: number,
  progress: (done: number) => void,
): Promise<KillReport> => {
  const random = createRandom(seed);
  const report = { kills: 0, acknowledged: 0, unreadable: 0, lost: 0, problems: [] as string[] };
  while (report.kills < count) {
    const { path, remove } = await temporaryFolder();
    const memory: Memory = { pledges: [], later: new Set(), acknowledged: 0 };
    await createLibrary(libraryPaths(join(path, 'library')), { title: 'Campaign', language: 'en' });
    for (let kill = 0; kill < killsPerLibrary && report.kills < count; kill += 1) {
      remember(memory, await killOne(path, random.below(2 ** 31), random));
      const losses = await examine(path, memory).catch((error: unknown) => {
        report.unreadable += 1;
        report.problems.push(`kill ${report.kills}: ${String(error)}`);
        return [];
      });
      report.lost += losses.length;
      report.problems.push(...losses.map((loss) => `kill ${report.kills}: ${loss}`));
      report.kills += 1;
      progress(report.kills);
    }
    report.acknowledged += memory.acknowledged;
    await remove();
  }
  return report;
};
