import type { OutputOf, ParsedInputOf } from '#shared/contract/contract.ts';
import { distinctionIdSchema, type ResourceId } from '#shared/model/ids.ts';
import { changeLabel } from '../change-label.ts';
import type { CoreContext } from '../context.ts';
import type { Reader } from '../datastore/datastore.ts';
import { deleteOp, putOp } from '../datastore/ops.ts';

type Needs = Pick<CoreContext, 'datastore' | 'clock' | 'ids' | 'by'>;

/** What a curator said of each resource: the others that it is not the same as. */
export type ToldApart = ReadonlyMap<string, ReadonlySet<string>>;

/** Every pair that was told apart, both ways. */
export const readToldApart = ({ tables }: Pick<Reader, 'tables'>): ToldApart => {
  const apart = new Map<string, Set<string>>();
  for (const { resourceIds } of Object.values(tables.distinctions)) {
    for (const id of resourceIds) {
      const others = apart.get(id) ?? new Set();
      apart.set(id, others);
      for (const other of resourceIds) if (other !== id) others.add(other);
    }
  }
  return apart;
};

/** Remembers that resources are different works. */
export const keepApart = async (
  { datastore, clock, ids, by }: Needs,
  { resourceIds }: ParsedInputOf<'duplicates.keepApart'>,
): Promise<void> => {
  const each: readonly ResourceId[] = [...new Set(resourceIds)];
  const [first] = each;
  if (first === undefined || each.length < 2) return;
  const { title } = datastore.require('resources', first);
  await datastore.commit(changeLabel('resource.keep-apart', { title, count: each.length }), (reader) => {
    for (const id of each) reader.require('resources', id);
    const id = distinctionIdSchema.parse(ids.next());
    return [putOp('distinctions', { id, resourceIds: [...each], by, at: clock.now() })];
  });
};

/** What was told apart, the newest first, with those of its resources that are still there. */
export const listToldApart = ({ datastore }: Needs): OutputOf<'duplicates.apart'> =>
  Object.values(datastore.tables.distinctions)
    .map(({ id, at, by, resourceIds }) => ({
      distinctionId: id,
      at,
      by,
      titles: resourceIds.flatMap((one) => datastore.tables.resources[one]?.title ?? []),
    }))
    .filter(({ titles }) => titles.length > 1)
    .toSorted((a, b) =>
      a.at === b.at ? (a.distinctionId < b.distinctionId ? 1 : -1) : a.at < b.at ? 1 : -1,
    );

/** Lets resources be compared again. */
export const compareAgain = async (
  { datastore }: Needs,
  { distinctionId }: ParsedInputOf<'duplicates.compareAgain'>,
): Promise<void> => {
  await datastore.commit(changeLabel('resource.compare-again'), (reader) => [
    deleteOp('distinctions', reader.require('distinctions', distinctionId)),
  ]);
};
