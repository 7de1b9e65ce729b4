import { useEffect, useRef, useState } from 'react';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { ResourceId } from '#shared/model/ids.ts';
import { toMergePatch, topicsOf, type Choices, type DuplicateGroup } from './candidate-fields.ts';
import { CompareTable } from './CompareTable.tsx';
import styles from './Duplicates.module.css';

type ReviewGroupProps = {
  readonly group: DuplicateGroup;
  readonly number: number;
  readonly total: number;
  readonly onNext: () => void;
  readonly onClose: () => void;
};

/** Most topics first, then most words: the one that is likely to be kept. */
const likeliest = ({ resources }: DuplicateGroup): ResourceId | undefined =>
  resources.toSorted(
    (a, b) =>
      topicsOf(b).length - topicsOf(a).length ||
      JSON.stringify(b.resource).length - JSON.stringify(a.resource).length,
  )[0]?.resource.id;

/** One group under review: what each knows, side by side, and what becomes of it. */
export const ReviewGroup = ({ group, number, total, onNext, onClose }: ReviewGroupProps) => {
  const t = useT();
  const { mutate, selection, select, notifyUndoable } = useApp((state) => ({
    mutate: state.mutate,
    selection: state.selection,
    select: state.select,
    notifyUndoable: state.notifyUndoable,
  }));
  const [keepId, setKeepId] = useState(likeliest(group));
  const [choices, setChoices] = useState<Choices>({});
  const [isBusy, setIsBusy] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  if (keepId === undefined) return null;

  const merge = async () => {
    setIsBusy(true);
    const kept = group.resources.find(({ resource }) => resource.id === keepId);
    const patch = toMergePatch(group, { keepId, choices });
    const dropIds = group.resourceIds.filter((id) => id !== keepId);
    // The details must not go on about one that goes to the trash.
    if (selection.kind === 'resource' && dropIds.includes(selection.resourceId))
      select({ kind: 'resource', resourceId: keepId, placementId: null });
    const outcome = await mutate('duplicates.merge', { keepId, dropIds, patch });
    setIsBusy(false);
    if (!outcome.ok) return;
    const title = patch.title ?? kept?.resource.title ?? '';
    notifyUndoable({ key: 'duplicates.merged', values: { title, count: group.resourceIds.length } });
  };

  const keepApart = async () => {
    setIsBusy(true);
    const outcome = await mutate('duplicates.keepApart', { resourceIds: group.resourceIds });
    setIsBusy(false);
    if (outcome.ok)
      notifyUndoable({ key: 'duplicates.kept-apart', values: { count: group.resourceIds.length } });
  };

  return (
    <section aria-label={t('duplicates.review', { number, total })}>
      <h2 ref={heading} tabIndex={-1} className={styles.reviewTitle}>
        {t('duplicates.review', { number, total })}
      </h2>
      <p className={styles.facts}>{t(`duplicates.reason.${group.reason}`)}</p>
      <CompareTable
        group={group}
        keepId={keepId}
        choices={choices}
        onKeep={setKeepId}
        onChoose={(field, id) => setChoices({ ...choices, [field]: id })}
      />
      <p className={styles.promise}>{t('duplicates.promise', { count: group.resourceIds.length - 1 })}</p>
      <div className={styles.actions}>
        <Button look="primary" isDisabled={isBusy} onPress={() => void merge()}>
          {t('duplicates.merge')}
        </Button>
        <Button isDisabled={isBusy} onPress={() => void keepApart()}>
          {t('duplicates.not-same')}
        </Button>
        <Button look="quiet" onPress={onNext}>
          {t(number < total ? 'duplicates.skip' : 'duplicates.skip-last')}
        </Button>
        <Button look="quiet" onPress={onClose}>
          {t('duplicates.back')}
        </Button>
      </div>
    </section>
  );
};
