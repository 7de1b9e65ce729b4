import { useEffect, useRef, useState } from 'react';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useQuery } from '#renderer/app/store/use-query.ts';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ViewFrame } from '#renderer/ui/ViewFrame.tsx';
import styles from './Duplicates.module.css';
import { GroupList } from './GroupList.tsx';
import { ReviewGroup } from './ReviewGroup.tsx';
import { ToldApart } from './ToldApart.tsx';

const pageSize = 50;
const tables = ['resources', 'placements', 'topics', 'images', 'distinctions'] as const;

/** Which group is under review, counted over all; null: the list. */
const useReview = (total: number) => {
  const announce = useApp((state) => state.announce);
  const [at, setAt] = useState<number | null>(null);
  // Nothing is left: what undo brings back begins with the list again.
  if (at !== null && total === 0) setAt(null);
  const index = at === null || total === 0 ? null : Math.min(at, total - 1);
  return {
    index,
    open: setAt,
    next: () => {
      if (index === null || index + 1 < total) return setAt((index ?? -1) + 1);
      setAt(null);
      announce('duplicates.all-seen');
    },
  };
};

/** What stands in the library more than once: found, looked at side by side, made one. */
export const DuplicatesView = () => {
  const t = useT();
  const [total, setTotal] = useState(0);
  const [page, setPage] = useState(0);
  const review = useReview(total);
  const shownPage = review.index === null ? page : Math.floor(review.index / pageSize);
  const { data, error } = useQuery(
    'duplicates.find',
    { offset: shownPage * pageSize, limit: pageSize },
    tables,
  );
  const known = data?.total ?? total;
  if (known !== total) setTotal(known);
  const wasReviewing = useRef(false);
  useEffect(() => {
    // Back from a review: the focus was on a button that is gone.
    if (wasReviewing.current && review.index === null)
      document.querySelector<HTMLElement>('[data-view-title]')?.focus();
    wasReviewing.current = review.index !== null;
  }, [review.index]);

  const frame = { title: t('view.duplicates'), lead: t('duplicates.lead') };
  if (error !== null) return <ViewFrame {...frame}>{errorMessage(t, error)}</ViewFrame>;
  if (data === null) return <ViewFrame {...frame}>{t('duplicates.looking')}</ViewFrame>;
  if (data.total === 0) {
    return (
      <ViewFrame title={frame.title}>
        <EmptyState title={t('duplicates.none')} text={t('duplicates.none-text')} />
        <ToldApart />
      </ViewFrame>
    );
  }
  const reviewed = review.index === null ? undefined : data.items[review.index - shownPage * pageSize];
  if (reviewed && review.index !== null) {
    return (
      <ViewFrame {...frame} isWide>
        <ReviewGroup
          key={reviewed.resourceIds.join()}
          group={reviewed}
          number={review.index + 1}
          total={data.total}
          onNext={review.next}
          onClose={() => review.open(null)}
        />
      </ViewFrame>
    );
  }
  const first = shownPage * pageSize;
  return (
    <ViewFrame
      {...frame}
      actions={
        <Button look="primary" onPress={() => review.open(first)}>
          {t('duplicates.start')}
        </Button>
      }
    >
      <GroupList groups={data.items} onOpen={(at) => review.open(first + at)} />
      {data.total > pageSize ? (
        <div className={styles.actions}>
          <Button isDisabled={page === 0} onPress={() => setPage(page - 1)}>
            {t('duplicates.previous')}
          </Button>
          <Button isDisabled={first + pageSize >= data.total} onPress={() => setPage(page + 1)}>
            {t('duplicates.more')}
          </Button>
          <span className={styles.facts}>
            {t('duplicates.page', { from: first + 1, to: first + data.items.length, total: data.total })}
          </span>
        </div>
      ) : null}
      <ToldApart />
    </ViewFrame>
  );
};
