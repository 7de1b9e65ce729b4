import { useState } from 'react';
import { ActionButton } from '#renderer/app/actions/ActionButton.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Segments } from '#renderer/ui/Segments.tsx';
import { ViewFrame } from '#renderer/ui/ViewFrame.tsx';
import { isToDo, PictureGrid } from './PictureGrid.tsx';
import styles from './PicturesView.module.css';
import { usePictures } from './use-pictures.ts';

const step = 60;

/** Every picture of the library, with what its credit and its description still lack. */
export const PicturesView = () => {
  const t = useT();
  const [filter, setFilter] = useState<'all' | 'to-do'>('all');
  const [count, setCount] = useState(step);
  // Which credits are complete is worked out here, so the filter needs to see every picture.
  const pictures = usePictures(filter === 'all' ? count : Number.POSITIVE_INFINITY);
  const addButton = <ActionButton action="picture.add" look="primary" />;
  if (!pictures) return <ViewFrame title={t('view.pictures')}>{null}</ViewFrame>;
  if (pictures.total === 0) {
    return (
      <ViewFrame title={t('view.pictures')}>
        <EmptyState title={t('picture.none')} text={t('picture.none-text')}>
          {addButton}
        </EmptyState>
      </ViewFrame>
    );
  }
  const { items, withEvidence } = pictures;
  const wanted =
    filter === 'all' ? items : items.filter((image) => isToDo(image, withEvidence.has(image.id)));
  const shown = wanted.slice(0, count);
  const total = filter === 'all' ? pictures.total : wanted.length;
  return (
    <ViewFrame title={t('view.pictures')} lead={t('picture.lead')} actions={addButton}>
      <div className={styles.bar}>
        <Segments
          label={t('picture.show')}
          value={filter}
          onChange={setFilter}
          segments={[
            { id: 'all', label: t('picture.all') },
            { id: 'to-do', label: t('picture.to-do') },
          ]}
        />
        <p role="status" className={styles.count}>
          {t('picture.count', { count: total })}
        </p>
      </div>
      {shown.length === 0 ? (
        <EmptyState title={t('picture.all-done')} text={t('picture.all-done-text')} />
      ) : (
        <PictureGrid pictures={shown} withEvidence={withEvidence} />
      )}
      {total > shown.length ? (
        <div className={styles.more}>
          <Button onPress={() => setCount((now) => now + step)}>
            {t('picture.more', { count: Math.min(step, total - shown.length) })}
          </Button>
        </div>
      ) : null}
    </ViewFrame>
  );
};
