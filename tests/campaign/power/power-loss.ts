import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { findLosses } from '../check-library.ts';
import { openLibrary, temporaryFolder } from '../open-library.ts';
import { createRandom, type Random } from '../random.ts';
import type { Pledge } from '../recording/disk-log.ts';
import { recordSessions, type Recording } from './record-sessions.ts';
import { crashStyles, SimulatedDisk, type CrashStyle, type DiskState } from './simulated-disk.ts';

/** What became of the crashes. */
export type PowerReport = {
  readonly events: number;
  readonly crashes: number;
  readonly unreadable: number;
  readonly lost: number;
  /** Opened, and said that lines nobody had been promised were broken. */
  readonly accounted: number;
  readonly problems: readonly string[];
};

const layOut = async (folder: string, state: DiskState): Promise<void> => {
  for (const path of state.folders) await mkdir(join(folder, path), { recursive: true });
  for (const [path, bytes] of state.files) {
    // The lock names this process, which is alive; after a real crash it would not be.
    if (path === '.lock') continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
};

type Verdict = { readonly kind: 'whole' | 'accounted' | 'lost' | 'unreadable'; readonly details: string };

const examine = async ({ state, pledges, later }: Point): Promise<Verdict> => {
  const { path, remove } = await temporaryFolder();
  try {
    await layOut(join(path, 'library'), state);
    const core = await openLibrary(join(path, 'library'), join(path, 'settings'));
    const losses = await findLosses(core, pledges, later);
    const accounted = core.context.datastore.recovery.some(({ key }) => key === 'broken-journal');
    await core.close();
    if (losses.length > 0) return { kind: 'lost', details: losses.join('; ') };
    return { kind: accounted ? 'accounted' : 'whole', details: '' };
  } catch (error) {
    return { kind: 'unreadable', details: error instanceof Error ? error.message : String(error) };
  } finally {
    await remove();
  }
};

type Point = {
  readonly index: number;
  readonly style: CrashStyle;
  readonly state: DiskState;
  readonly pledges: readonly Pledge[];
  readonly later: ReadonlySet<string>;
};

/** Crashes spread over the whole recording, each in one of the styles. */
const crashPoints = function* (
  { present, folders, events }: Recording,
  { count, honest }: { readonly count: number; readonly honest: boolean },
  random: Random,
): Generator<Point> {
  const disk = new SimulatedDisk(present, folders);
  const pledges: Pledge[] = [];
  const later = new Set<string>();
  const wanted = new Map<number, number>();
  for (let crash = 0; crash < count; crash += 1) {
    const index = random.below(events.length);
    wanted.set(index, (wanted.get(index) ?? 0) + 1);
  }
  for (const [index, event] of events.entries()) {
    if (honest || !event.kind.startsWith('sync')) disk.follow(event);
    if (event.kind === 'ack') pledges.push(event.pledge);
    if (event.kind === 'intend' && event.pledge.kind === 'title') later.add(event.pledge.title);
    for (let time = wanted.get(index) ?? 0; time > 0; time -= 1) {
      const style = crashStyles[random.below(crashStyles.length)] ?? 'torn';
      yield { index, style, state: disk.crash(style, random), pledges: [...pledges], later: new Set(later) };
    }
  }
};

/** How the power is cut. */
export type PowerOrder = {
  readonly crashes: number;
  readonly seed: number;
  /** False: the disk forgets every sync it was asked for. Then there must be losses, or the campaign sees nothing. */
  readonly honest: boolean;
};

const crashesPerRecording = 250;

/**
 * Cuts the power again and again: records what the core does to the disk, makes states that a disk may be in after a
 * cut (what was not synced is there, is not, in another order, or in part), and opens each of them with the real core.
 */
export const campaignOfPowerLoss = async (
  { crashes, seed, honest }: PowerOrder,
  progress: (done: number) => void,
): Promise<PowerReport> => {
  const random = createRandom(seed);
  const tally = { whole: 0, accounted: 0, lost: 0, unreadable: 0 };
  const problems: string[] = [];
  let [done, events] = [0, 0];
  while (done < crashes) {
    const recording = await recordSessions(random, 3);
    const count = Math.min(crashesPerRecording, crashes - done);
    events += recording.events.length;
    for (const point of crashPoints(recording, { count, honest }, random)) {
      const { kind, details } = await examine(point);
      tally[kind] += 1;
      if (kind === 'lost' || kind === 'unreadable')
        problems.push(`crash ${done}, event ${point.index}, ${point.style}: ${details}`);
      progress((done += 1));
    }
  }
  const { accounted, lost, unreadable } = tally;
  return { events, crashes, unreadable, lost, accounted, problems };
};
