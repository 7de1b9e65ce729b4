import type { Migration } from './migration.ts';

/** The migrations that lead from one version to another; null when one is missing on the way. */
export const migrationPath = (
  migrations: readonly Migration[],
  from: number,
  to: number,
): readonly Migration[] | null => {
  const path: Migration[] = [];
  for (let version = from; version < to; version += 1) {
    const step = migrations.find((migration) => migration.from === version);
    if (!step) return null;
    path.push(step);
  }
  return path;
};

/** Runs the steps one after the other. */
export const migrate = (library: unknown, path: readonly Migration[]): unknown =>
  path.reduce((value, step) => step.up(value), library);
