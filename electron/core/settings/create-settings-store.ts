import { mkdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { settingsSchema, type Settings } from '#shared/contract/settings.ts';
import type { Clock, Logger } from '../context.ts';
import type { SettingsStore } from './settings-store.ts';
import { writeFileAtomic } from '../datastore/atomic-write.ts';

type Options = {
  /** The user's configuration folder; made when it is not there. */
  readonly folder: string;
  readonly clock: Clock;
  readonly logger: Logger;
};

const readText = async (path: string): Promise<string | null> => {
  try {
    return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};

const parseSettings = (text: string): Settings | null => {
  try {
    return settingsSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
};

/** lowdb adapter for one small JSON file. A file that cannot be understood is kept beside, and the defaults hold. */
const createSettingsFile = ({ folder, clock, logger }: Options) => {
  const path = join(folder, 'settings.json');
  return {
    read: async (): Promise<Settings | null> => {
      const text = await readText(path);
      if (text === null) return null;
      const settings = parseSettings(text);
      if (settings === null) {
        const aside = `${path}.corrupt-${clock.now().replaceAll(/[:.]/g, '-')}`;
        await rename(path, aside);
        logger.info('The settings could not be read; starting with the usual ones', { aside });
      }
      return settings;
    },
    write: async (settings: Settings): Promise<void> => {
      await mkdir(folder, { recursive: true });
      await writeFileAtomic(path, `${JSON.stringify(settings, null, 2)}\n`);
    },
  };
};

/** Opens a person's settings. Updates are written one after the other; `get` shows only what is on the disk. */
export const openSettingsStore = async (options: Options): Promise<SettingsStore> => {
  const adapter = createSettingsFile(options);
  const low = new Low<Settings>(adapter, settingsSchema.parse({}));
  await low.read();
  let queue: Promise<unknown> = Promise.resolve();

  const write = async (patch: Partial<Record<keyof Settings, unknown>>): Promise<Settings> => {
    const named = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
    const next = settingsSchema.parse({ ...low.data, ...named });
    await adapter.write(next);
    low.data = next;
    return next;
  };

  return {
    get: () => low.data,
    update: (patch) => {
      const written = queue.then(() => write(patch));
      queue = written.catch(() => undefined);
      return written;
    },
  };
};
