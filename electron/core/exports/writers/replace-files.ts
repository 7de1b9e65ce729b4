import { createHash } from 'node:crypto';
import { lstat, mkdir, readFile, rmdir } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { renameWithRetry } from '#core/datastore/atomic-write.ts';
import { refusal } from '#core/refusal.ts';
import { manifestName, type Manifest, type WrittenFile } from '../manifest.ts';
import type { WriterResult } from './writer.ts';

const isMissing = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');

/** SHA-256 of a file, `other` for what is no plain file, null for nothing there. */
const stateOf = async (path: string): Promise<string | null> => {
  try {
    if (!(await lstat(path)).isFile()) return 'other';
    return createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
};

/** Makes the folders that a file needs, and refuses links, which would lead the export out of its folder. */
const prepareFolders = async ({ root, prepared }: Step, path: string): Promise<void> => {
  const parts = path.split('/').slice(0, -1);
  let folder = root;
  for (const part of parts) {
    folder = join(folder, part);
    if (prepared.has(folder)) continue;
    await mkdir(folder).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    });
    if (!(await lstat(folder)).isDirectory()) {
      throw refusal('conflict', 'path-in-the-way', { place: folder });
    }
    prepared.add(folder);
  }
};

/** A free name beside a file: `index.kept.html`, `index.kept-2.html` … */
const keptName = async (path: string): Promise<string> => {
  const extension = extname(path);
  const stem = join(dirname(path), basename(path, extension));
  for (let count = 1; ; count += 1) {
    const candidate = `${stem}.kept${count === 1 ? '' : `-${count}`}${extension}`;
    if ((await stateOf(candidate)) === null) return candidate;
  }
};

/** Folders that hold nothing any more once their stale files are gone. Full ones stay. */
const removeEmptyFolders = async (root: string, paths: readonly string[]): Promise<void> => {
  const folders = new Set(paths.map((path) => dirname(path)).filter((folder) => folder !== '.'));
  for (const folder of [...folders].toSorted((a, b) => b.length - a.length)) {
    await rmdir(join(root, folder)).catch(() => undefined);
  }
};

/** The parts of one replacement: where to, where the new files wait, where old ones go until all is well. */
export type Replacement = {
  readonly root: string;
  readonly staged: string;
  readonly replaced: string;
  readonly before: Manifest | null;
  /** In the order in which they move in. */
  readonly files: readonly WrittenFile[];
  /** Paths of those that are in their place already and were not staged. */
  readonly standing?: ReadonlySet<string>;
  /** SHA-256 of an old file that is known to stand as it was written, so that it need not be read; else null. */
  readonly knownState?: (path: string) => string | null;
};

type Moves = {
  readonly move: (from: string, to: string) => Promise<void>;
  readonly undo: () => Promise<void>;
};

/** Renames that can be taken back, the last one first. */
const createMoves = (): Moves => {
  const made: (() => Promise<void>)[] = [];
  return {
    move: async (from, to) => {
      await renameWithRetry(from, to);
      made.push(() => renameWithRetry(to, from));
    },
    undo: async () => {
      for (const step of made.toReversed()) await step();
    },
  };
};

type Step = Replacement & {
  readonly moves: Moves;
  readonly ours: ReadonlyMap<string, string>;
  /** Folders known to be there, and to be no links. */
  readonly prepared: Set<string>;
};

/** Puts an old file of ours away, until all is well. */
const putAway = async ({ root, replaced, moves, prepared }: Step, path: string): Promise<void> => {
  const place = join(replaced, path);
  const folder = dirname(place);
  if (!prepared.has(folder)) await mkdir(folder, { recursive: true });
  prepared.add(folder);
  await moves.move(join(root, path), place);
};

const topFolder = (path: string): string | null =>
  path.split('/', 2).length > 1 ? path.slice(0, path.indexOf('/')) : null;

/** Moves in whole the folders that are not there yet. Answers their names. */
const placeFolders = async ({ root, staged, moves, files, standing }: Step): Promise<ReadonlySet<string>> => {
  const placed = new Set<string>();
  const staying = new Set([...(standing ?? [])].map(topFolder));
  for (const name of new Set(files.map(({ path }) => topFolder(path)))) {
    if (name === null || staying.has(name) || (await stateOf(join(root, name))) !== null) continue;
    await moves.move(join(staged, name), join(root, name));
    placed.add(name);
  }
  return placed;
};

/** Puts one new file in its place. Answers the name under which somebody else's version was kept, if there was one. */
const placeFile = async (step: Step, { path, sha256 }: WrittenFile): Promise<string | null> => {
  const { root, staged, moves, ours } = step;
  const target = join(root, path);
  await prepareFolders(step, path);
  const present = step.knownState?.(path) ?? (await stateOf(target));
  if (present === sha256) return null;
  let keptAs: string | null = null;
  if (present !== null && (present === ours.get(path) || path === manifestName)) {
    await putAway(step, path);
  } else if (present !== null) {
    keptAs = await keptName(target);
    await moves.move(target, keptAs);
  }
  await moves.move(join(staged, path), target);
  return keptAs;
};

/**
 * Moves the new files in and our old ones out, one by one, and undoes every step when one fails. Files that are not
 * ours stay; what somebody changed or put in a place we need is kept beside it as `name.kept.ext`; what we wrote
 * before, is unchanged and no longer wanted, goes.
 */
export const replaceFiles = async (replacement: Replacement): Promise<WriterResult> => {
  const { root, before, files, standing } = replacement;
  const moves = createMoves();
  const ours = new Map((before?.files ?? []).map(({ path, sha256 }) => [path, sha256]));
  const wanted = new Set(files.map(({ path }) => path));
  const stale = [...ours.keys()].filter((path) => !wanted.has(path));
  const kept: { path: string; keptAs: string }[] = [];
  const step: Step = { ...replacement, moves, ours, prepared: new Set() };
  try {
    const placed = await placeFolders(step);
    for (const file of files) {
      if (standing?.has(file.path) || placed.has(topFolder(file.path) ?? '')) continue;
      const keptAs = await placeFile(step, file);
      if (keptAs !== null) kept.push({ path: file.path, keptAs: basename(keptAs) });
    }
    for (const path of stale) {
      const unchanged = (await stateOf(join(root, path))) === ours.get(path);
      if (unchanged) await putAway(step, path);
    }
  } catch (error) {
    await moves.undo();
    throw error;
  }
  await removeEmptyFolders(root, stale);
  return { kept };
};
