import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Logger } from '#core/context.ts';
import { writeFileAtomic } from '#core/datastore/atomic-write.ts';
import { libraryPaths } from '#core/library/paths.ts';
import { createTurns } from '#core/turns.ts';
import { librarySchema } from '#shared/model/library.ts';
import type { RecentLibraries, RecentLibrary } from './recent.ts';

const recentSchema = z.strictObject({
  place: z.string().min(1).max(4_096),
  title: librarySchema.shape.title,
});
const fileSchema = z.array(recentSchema).max(1_000);

/** As many are remembered. */
const most = 30;

/** By what a library is known outside the core. */
export const keyOf = ({ place }: Pick<RecentLibrary, 'place'>): string =>
  createHash('sha256').update(place).digest('hex').slice(0, 32);

const isThere = ({ place }: RecentLibrary): boolean => existsSync(libraryPaths(place).snapshot);

/** Opens the list in this folder. A list that cannot be read counts as empty. */
export const openRecentLibraries = (folder: string, logger: Logger): RecentLibraries => {
  const path = join(folder, 'libraries.json');
  const inTurn = createTurns();
  const read = async (): Promise<readonly RecentLibrary[]> => {
    const text = await readFile(path, 'utf8').catch(() => '[]');
    try {
      return fileSchema.parse(JSON.parse(text));
    } catch {
      return [];
    }
  };
  return {
    list: async () => (await read()).filter(isThere),
    remember: (library) =>
      inTurn(async () => {
        try {
          const others = (await read()).filter(({ place }) => place !== library.place);
          await mkdir(folder, { recursive: true });
          await writeFileAtomic(path, `${JSON.stringify([library, ...others].slice(0, most), null, 2)}\n`);
        } catch (error) {
          logger.error('the library was not noted among the recent ones', error);
        }
      }),
  };
};
