import type { Migration } from './migration.ts';

/** All migrations, oldest first. Empty: format version 1 is the first that was released. */
export const migrations: readonly Migration[] = [];
