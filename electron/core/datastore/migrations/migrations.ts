import { rightsAndLists } from './2611261440-rights-and-lists.ts';
import type { Migration } from './migration.ts';

/** All migrations, oldest first. */
export const migrations: readonly Migration[] = [rightsAndLists];
