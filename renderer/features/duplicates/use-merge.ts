import { useState } from 'react';
import { useApp } from '#renderer/app/store/use-app.ts';
import type { ResourceId } from '#shared/model/ids.ts';
import { toMergePatch, topicsOf, type Choices, type Compared, type SingleField } from './candidate-fields.ts';

/** Most topics first, then most words: the one that is likely to be kept. */
const likeliest = ({ resources }: Compared): ResourceId | undefined =>
  resources.toSorted(
    (a, b) =>
      topicsOf(b).length - topicsOf(a).length ||
      JSON.stringify(b.resource).length - JSON.stringify(a.resource).length,
  )[0]?.resource.id;

/** Which of several resources stays, with whose values, and making it so. */
export const useMerge = (group: Compared) => {
  const { mutate, selection, select, notifyUndoable } = useApp((state) => ({
    mutate: state.mutate,
    selection: state.selection,
    select: state.select,
    notifyUndoable: state.notifyUndoable,
  }));
  const [keepId, setKeepId] = useState(likeliest(group));
  const [choices, setChoices] = useState<Choices>({});
  const choose = (field: SingleField, id: ResourceId) => setChoices({ ...choices, [field]: id });

  /** True when they are one. */
  const merge = async (): Promise<boolean> => {
    if (keepId === undefined) return false;
    const kept = group.resources.find(({ resource }) => resource.id === keepId);
    const patch = toMergePatch(group, { keepId, choices });
    const dropIds = group.resourceIds.filter((id) => id !== keepId);
    // The details must not go on about one that goes to the trash.
    const isAbout = selection.kind === 'resource' && dropIds.includes(selection.resourceId);
    if (isAbout || selection.kind === 'resources')
      select({ kind: 'resource', resourceId: keepId, placementId: null });
    const outcome = await mutate('duplicates.merge', { keepId, dropIds, patch });
    if (!outcome.ok) return false;
    const title = patch.title ?? kept?.resource.title ?? '';
    notifyUndoable({ key: 'duplicates.merged', values: { title, count: group.resourceIds.length } });
    return true;
  };
  return { keepId, setKeepId, choices, choose, merge };
};
