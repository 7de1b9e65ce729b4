import { mkdir, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CoreContext } from '#core/context.ts';
import { renameWithRetry, writeFileAtomic } from '#core/datastore/atomic-write.ts';
import { compareText } from '#shared/domain/ordering.ts';
import { sha256Of } from './bag.ts';
import { recordListsSchema, type RecordLists } from './share-records.ts';

/** A state of some topics that was handed over, by the hash of its canonical JSON. */
export type KnownState = { readonly direction: 'sent' | 'received'; readonly sha256: string };

/** What was handed over so far, so that a file that comes back finds the state it was made from. */
export type ShareStates = {
  /** The oldest first. */
  readonly list: () => Promise<readonly KnownState[]>;
  /** The records of a state; null when it is not known or its file was altered. */
  readonly read: (sha256: string) => Promise<RecordLists | null>;
  readonly text: (sha256: string) => Promise<string | null>;
  /** Does nothing for a state that is known. `changeId`: the change by which it came in, if it changed anything. */
  readonly remember: (
    direction: KnownState['direction'],
    text: string,
    changeId?: string | null,
  ) => Promise<void>;
  /** Forgets the state that a change brought in when that is taken back, and knows it again when it is made again. */
  readonly mark: (changeId: string, isUndone: boolean) => Promise<void>;
};

const named = /^(\d{6})-(sent|received)-([0-9a-f]{64})(?:-[0-9a-f-]{36})?\.json$/;
const undone = '.undone';

type Named = KnownState & { readonly name: string; readonly number: number };

const parseName = (name: string): readonly Named[] => {
  const [, number = '', direction = '', sha256 = ''] = named.exec(name) ?? [];
  if (sha256 === '') return [];
  return [{ name, number: Number(number), direction: direction as KnownState['direction'], sha256 }];
};

/** The states in the library's folder `shares`; without it merging still works, but asks more. */
export const openShareStates = ({ paths }: Pick<CoreContext, 'paths'>): ShareStates => {
  const folder = join(paths.root, 'shares');
  const files = async (): Promise<readonly Named[]> =>
    (await readdir(folder).catch(() => [])).toSorted(compareText).flatMap(parseName);
  const text: ShareStates['text'] = async (sha256) => {
    const found = (await files()).find((state) => state.sha256 === sha256);
    const content = found ? await readFile(join(folder, found.name), 'utf8').catch(() => null) : null;
    return content !== null && sha256Of(content) === sha256 ? content : null;
  };
  return {
    list: async () => (await files()).map(({ direction, sha256 }) => ({ direction, sha256 })),
    text,
    read: async (sha256) => {
      const content = await text(sha256);
      if (content === null) return null;
      return recordListsSchema.safeParse(JSON.parse(content)).data ?? null;
    },
    mark: async (changeId, isUndone) => {
      const [from, to] = isUndone ? ['.json', `.json${undone}`] : [`.json${undone}`, '.json'];
      const names = await readdir(folder).catch(() => []);
      const name = names.find((one) => one.endsWith(`-${changeId}${from}`));
      if (name === undefined) return;
      await renameWithRetry(join(folder, name), join(folder, `${name.slice(0, -from.length)}${to}`));
    },
    remember: async (direction, content, changeId = null) => {
      const known = await files();
      const sha256 = sha256Of(content);
      if (known.some((state) => state.sha256 === sha256)) return;
      const number = String((known.at(-1)?.number ?? 0) + 1).padStart(6, '0');
      await mkdir(folder, { recursive: true });
      const source = changeId === null ? '' : `-${changeId}`;
      await writeFileAtomic(join(folder, `${number}-${direction}-${sha256}${source}.json`), content);
    },
  };
};
