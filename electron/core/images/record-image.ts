import type { OutputOf } from '#shared/contract/contract.ts';
import type { Change, ChangeLabel } from '#shared/model/change.ts';
import type { ChangeId } from '#shared/model/ids.ts';
import type { Image } from '#shared/model/image.ts';
import { changeLabel } from '../change-label.ts';
import type { CoreContext } from '../context.ts';
import type { Datastore, Reader } from '../datastore/datastore.ts';
import { putOp } from '../datastore/ops.ts';
import { fromTrash, nameOf, useOps, type ImageUse } from './image-records.ts';

/** A picture on its way into the library. `fileName` is for people; `foundAt` is the page it was dragged from. */
export type NewImage = {
  readonly bytes: Buffer;
  readonly fileName: string;
  readonly foundAt: string | null;
  readonly use: ImageUse | null;
  /** A change that this one is to be one step with. */
  readonly joins?: ChangeId | null;
};

type Placed = Pick<OutputOf<'images.add'>, 'image' | 'existing'>;

/** What becomes of new bytes: the record that is there, or was thrown away, or a new one. */
const placeOps = (reader: Reader, fresh: Image) => {
  const present = reader.tables.images[fresh.id];
  if (present) return { image: present, existing: true, ops: [] };
  const thrownAway = fromTrash(reader, fresh.id);
  if (thrownAway) return { ...thrownAway, existing: true };
  return { image: fresh, existing: false, ops: [putOp('images', fresh)] };
};

/** The step that a picture is to be one with, if that is still the last one made. */
const openStep = (datastore: Datastore, joins: ChangeId | null): Change | null => {
  const last = datastore.steps().done.at(-1);
  return joins !== null && last?.id === joins ? last : null;
};

/** One picture is named by its title, several that came together by their number. */
const labelOf = (reader: Reader, fresh: Image, step: Change | null): ChangeLabel => {
  const before = step?.ops.filter(({ op, table }) => op === 'put' && table === 'images').length ?? 0;
  const isNew = placeOps(reader, fresh).ops.length > 0;
  if (step && before > 0 && !isNew) return step.label;
  return before > 0
    ? changeLabel('image.add-many', { count: before + 1 })
    : { key: 'image.add', values: { title: nameOf(fresh) } };
};

/** Records a picture whose bytes are kept, and puts it to use, in one change. */
export const recordImage = async (
  { datastore, clock }: Pick<CoreContext, 'datastore' | 'clock'>,
  fresh: Image,
  { use, joins = null }: NewImage,
): Promise<OutputOf<'images.add'>> => {
  let placed: Placed = { image: fresh, existing: false };
  const step = openStep(datastore, joins);
  const build = (reader: Reader) => {
    const { ops, ...result } = placeOps(reader, fresh);
    placed = result;
    return [...ops, ...(use ? useOps(reader, use, fresh.id, clock.now()) : [])];
  };
  const marks = step ? { joins: step.id } : {};
  const change = await datastore.commit(labelOf(datastore, fresh, step), build, marks);
  // A change that joined another is known in the history by the name of that one.
  return { ...placed, changeId: (change && step?.id) ?? change?.id ?? null };
};
