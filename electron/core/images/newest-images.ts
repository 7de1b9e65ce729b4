import type { CoreContext } from '#core/context.ts';
import { eachInTurns, sortInTurns } from '#core/in-turns.ts';
import type { Change, Op } from '#shared/model/change.ts';
import type { Image } from '#shared/model/image.ts';

const newestFirst = (a: Image, b: Image): number => {
  if (a.addedAt !== b.addedAt) return a.addedAt < b.addedAt ? 1 : -1;
  return a.id < b.id ? -1 : 1;
};

/** Edits of credits and descriptions leave the order as it is. */
const matters = (op: Op): boolean =>
  op.table === 'images' && (op.op !== 'edit' || Object.hasOwn(op.fields, 'addedAt'));

/** Every picture, the newest first. */
export type NewestImages = () => Promise<readonly Image['id'][]>;

/**
 * Puts the pictures in order without keeping others waiting, and again only when one has come or gone: a library holds up to
 * 100,000, and their list is asked for page by page.
 */
export const createNewestImages = ({ datastore }: Pick<CoreContext, 'datastore'>): NewestImages => {
  let known: Promise<readonly Image['id'][]> | null = null;
  datastore.subscribe(({ ops }: Change) => {
    if (ops.some(matters)) known = null;
  });
  const sort = async () => {
    const images: Image[] = [];
    await eachInTurns(datastore.imageIds, (id) => {
      const image = datastore.tables.images[id];
      if (image) images.push(image);
    });
    return (await sortInTurns(images, newestFirst)).map(({ id }) => id);
  };
  return () => (known ??= sort());
};
