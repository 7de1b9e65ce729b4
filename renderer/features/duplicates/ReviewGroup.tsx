import { useEffect, useRef, useState } from 'react';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { DuplicateGroup } from './candidate-fields.ts';
import { CompareTable } from './CompareTable.tsx';
import styles from './Duplicates.module.css';
import { useMerge } from './use-merge.ts';

type ReviewGroupProps = {
  readonly group: DuplicateGroup;
  readonly number: number;
  readonly total: number;
  readonly onNext: () => void;
  readonly onClose: () => void;
};

/** One group under review: what each knows, side by side, and what becomes of it. */
export const ReviewGroup = ({ group, number, total, onNext, onClose }: ReviewGroupProps) => {
  const t = useT();
  const { mutate, notifyUndoable } = useApp(({ mutate, notifyUndoable }) => ({ mutate, notifyUndoable }));
  const { keepId, setKeepId, choices, choose, merge } = useMerge(group);
  const [isBusy, setIsBusy] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  if (keepId === undefined) return null;

  const mergeAll = async () => {
    setIsBusy(true);
    await merge();
    setIsBusy(false);
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
      <CompareTable group={group} keepId={keepId} choices={choices} onKeep={setKeepId} onChoose={choose} />
      <p className={styles.promise}>{t('duplicates.promise', { count: group.resourceIds.length - 1 })}</p>
      <div className={styles.actions}>
        <Button look="primary" isDisabled={isBusy} onPress={() => void mergeAll()}>
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
