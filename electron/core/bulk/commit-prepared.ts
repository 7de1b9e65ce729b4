import type { Datastore, Reader } from '#core/datastore/datastore.ts';
import type { ChangeLabel, Op } from '#shared/model/change.ts';
import type { Resource } from '#shared/model/resource.ts';

type Prepared = {
  readonly label: ChangeLabel;
  /** The ops of each resource that changes, worked out from that very record. */
  readonly prepared: ReadonlyMap<Resource, readonly Op[]>;
  /** Throws when the whole is no longer right. */
  readonly check?: (reader: Reader) => void;
  /** Works the ops out anew for a resource that has changed meanwhile. */
  readonly again: (resource: Resource, reader: Reader) => readonly Op[];
  /** What follows once for all resources that change, worked out when it is written. */
  readonly atEnd?: (reader: Reader) => readonly Op[];
  /** Whether ops worked out before still fit, beyond the resource's own record. */
  readonly fits?: (resource: Resource, reader: Reader) => boolean;
};

/**
 * Writes what was worked out beforehand, slice by slice, as one change. What has changed in between is worked out
 * anew, and what is gone is left out, so that no edit of anybody is overwritten. Answers how many resources changed.
 */
export const commitPrepared = async (
  datastore: Datastore,
  { label, prepared, check, again, atEnd = () => [], fits = () => true }: Prepared,
): Promise<number> => {
  let changed = 0;
  await datastore.commit(label, (reader) => {
    check?.(reader);
    changed = 0;
    const ops: Op[] = [];
    for (const [seen, ready] of prepared) {
      const present = reader.tables.resources[seen.id];
      if (present === undefined) continue;
      const own = present === seen && fits(present, reader) ? ready : again(present, reader);
      if (own.length === 0) continue;
      for (const op of own) ops.push(op);
      changed += 1;
    }
    if (changed > 0) ops.push(...atEnd(reader));
    return ops;
  });
  return changed;
};
