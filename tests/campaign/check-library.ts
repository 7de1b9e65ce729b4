import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Core } from '#core/open-core.ts';
import type { Pledge } from './recording/disk-log.ts';

/** The pledges that still hold: a later title of the same topic takes the place of an earlier one. */
export const standing = (pledges: readonly Pledge[]): readonly Pledge[] => [
  ...new Map(
    pledges.map((pledge) => [pledge.kind === 'title' ? pledge.topicId : pledge.imageId, pledge]),
  ).values(),
];

const isWhole = async (folder: string, names: readonly string[], id: string): Promise<boolean> => {
  const name = names.find(
    (candidate) => candidate.startsWith(`${id}.`) && /\.(?:png|jpg|webp)$/.test(candidate),
  );
  if (name === undefined) return false;
  const bytes = await readFile(join(folder, name));
  return createHash('sha256').update(bytes).digest('hex') === id;
};

/**
 * What is wrong with an opened library, in words: a pledge that is not kept, a picture without its whole file.
 * `later` holds titles that were on their way when it ended: they may have arrived.
 */
export const findLosses = async (
  core: Core,
  pledges: readonly Pledge[],
  later: ReadonlySet<string>,
): Promise<readonly string[]> => {
  const { tables } = core.context.datastore;
  const folder = core.context.paths.images;
  const names = await readdir(folder).catch(() => []);
  const losses: string[] = [];
  for (const pledge of standing(pledges)) {
    if (pledge.kind === 'image') {
      if (!tables.images[pledge.imageId]) losses.push(`picture ${pledge.imageId.slice(0, 8)} is gone`);
      continue;
    }
    const found = tables.topics[pledge.topicId]?.title;
    if (found === undefined || (found !== pledge.title && !later.has(found))) {
      losses.push(`topic ${pledge.topicId} is “${found ?? 'gone'}” and was “${pledge.title}”`);
    }
  }
  for (const id of Object.keys(tables.images)) {
    if (!(await isWhole(folder, names, id)))
      losses.push(`the file of picture ${id.slice(0, 8)} is not whole`);
  }
  return losses;
};
