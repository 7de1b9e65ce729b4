import type { DuplicateGroup } from '#shared/contract/duplicates.ts';
import type { Change, Op } from '#shared/model/change.ts';
import type { CoreContext } from '../context.ts';
import { findDuplicates } from './find-duplicates.ts';
import { readToldApart } from './told-apart.ts';

/** What resources are compared by. Other edits leave every group as it is. */
const comparedFields = ['title', 'url', 'identifiers'];

const matters = (op: Op): boolean => {
  if (op.table === 'distinctions') return true;
  if (op.table !== 'resources') return false;
  return op.op !== 'edit' || comparedFields.some((field) => Object.hasOwn(op.fields, field));
};

/** The groups as the library is now. */
export type KnownGroups = () => Promise<readonly DuplicateGroup[]>;

/**
 * Compares all resources with each other, and again only after a change that can matter: in a library of 100,000 that takes
 * the better part of a second, while most edits are of summaries, places and pictures.
 */
export const createKnownGroups = ({ datastore }: Pick<CoreContext, 'datastore'>): KnownGroups => {
  let known: Promise<readonly DuplicateGroup[]> | null = null;
  datastore.subscribe(({ ops }: Change) => {
    if (ops.some(matters)) known = null;
  });
  return () => {
    known ??= findDuplicates(Object.values(datastore.tables.resources), readToldApart(datastore));
    const asked = known;
    // A failure is told to who asked; whoever asks next tries again.
    asked.catch(() => {
      if (known === asked) known = null;
    });
    return asked;
  };
};
