import { join } from 'node:path';
import { findLosses } from '../check-library.ts';
import { openLibrary, temporaryFolder } from '../open-library.ts';
import { createRandom } from '../random.ts';
import { diskLog, type Pledge } from '../recording/disk-log.ts';
import { workOnce } from '../workload.ts';
import { CarrelError } from '#shared/contract/errors.ts';

/** What became of a library whose disk refused one step, or all from one on. */
export type FaultReport = {
  readonly cases: number;
  /** Edits that failed, each with an error that says what to do. */
  readonly refused: number;
  readonly lost: number;
  readonly problems: readonly string[];
};

/** Full disk, read-only folder, a file that a virus scanner holds, a stick that was pulled out. */
export const faultCodes = ['ENOSPC', 'EROFS', 'EACCES', 'EBUSY', 'EIO', 'ENODEV'] as const;
type FaultCode = (typeof faultCodes)[number];

const failWith = (code: FaultCode): never => {
  throw Object.assign(new Error(`${code}: simulated`), { code });
};

type Fault = { readonly code: FaultCode; readonly at: number; readonly lasting: boolean };

/** Refuses the step number `at` below the library (and, where it lasts, those after it until `mend`). */
const armFault = ({
  code,
  at,
  lasting,
}: Fault): { readonly mend: () => void; readonly steps: () => number } => {
  let step = 0;
  let mended = false;
  diskLog.beforeStep = (_kind, path) => {
    if (path === '.lock' || path.startsWith('.lock')) return;
    step += 1;
    if (!mended && (step === at || (lasting && step > at))) failWith(code);
  };
  return { mend: () => (mended = true), steps: () => step };
};

type Case = { readonly refused: number; readonly losses: readonly string[]; readonly steps: number };

const isWorded = (error: unknown): boolean =>
  error instanceof CarrelError && ['storage', 'conflict', 'locked', 'not-found'].includes(error.code);

const runCase = async (fault: Fault, seed: number): Promise<Case> => {
  const { createLibrary } = await import('#core/library/create-library.ts');
  const { libraryPaths } = await import('#core/library/paths.ts');
  const { path, remove } = await temporaryFolder();
  const [dir, settings] = [join(path, 'library'), join(path, 'settings')];
  const random = createRandom(seed);
  const pledges: Pledge[] = [];
  const later = new Set<string>();
  let refused = 0;
  const losses: string[] = [];
  const work = async (core: Awaited<ReturnType<typeof openLibrary>>) => {
    const tell = (kind: string, pledge: Pledge) => {
      if (kind === 'ack') pledges.push(pledge);
      else if (pledge.kind === 'title') later.add(pledge.title);
    };
    await workOnce(core, random, tell).catch((error: unknown) => {
      refused += 1;
      if (!isWorded(error)) losses.push(`an edit failed without good words: ${String(error)}`);
    });
  };
  try {
    await createLibrary(libraryPaths(dir), { title: 'Campaign', language: 'en' });
    const core = await openLibrary(dir, settings);
    diskLog.start(dir, []);
    const { mend, steps } = armFault(fault);
    for (let round = 0; round < 6; round += 1) await work(core);
    mend();
    // The disk works again: so must Carrel, without a restart.
    const { topicId } = await core.call('topics.create', { title: 'After', parentId: null });
    pledges.push({ kind: 'title', topicId, title: 'After' });
    losses.push(...(await findLosses(core, pledges, later)));
    await core.close();
    diskLog.beforeStep = null;
    const reopened = await openLibrary(dir, settings);
    losses.push(...(await findLosses(reopened, pledges, later)));
    await reopened.close();
    return { refused, losses, steps: steps() };
  } finally {
    diskLog.beforeStep = null;
    diskLog.root = null;
    await remove();
  }
};

/**
 * Lets the disk refuse one step after the other, once and lastingly, with each of the system's errors: what was
 * answered as saved must stay, what failed must be told, and work must go on when the disk does.
 */
export const campaignOfFaults = async (
  { every, seed }: { readonly every: number; readonly seed: number },
  progress: (done: number) => void,
): Promise<FaultReport> => {
  const { steps } = await runCase({ code: 'EIO', at: -1, lasting: false }, seed);
  const problems: string[] = [];
  const tally = { cases: 0, refused: 0, lost: 0 };
  for (const lasting of [false, true]) {
    for (let at = 1; at <= steps; at += every) {
      const code = faultCodes[(at + (lasting ? 1 : 0)) % faultCodes.length] ?? 'EIO';
      const result = await runCase({ code, at, lasting }, seed).catch((error: unknown) => ({
        refused: 0,
        losses: [String(error)],
      }));
      tally.cases += 1;
      tally.refused += result.refused;
      tally.lost += result.losses.length;
      problems.push(
        ...result.losses.map((loss) => `${code} at step ${at}${lasting ? ' and after' : ''}: ${loss}`),
      );
      progress(tally.cases);
    }
  }
  return { ...tally, problems };
};
