import { useRef } from 'react';
import { DropZone, isFileDropItem, type DropItem } from 'react-aria-components';
import { ActionButton } from '#renderer/app/actions/ActionButton.tsx';
import { useAppStore } from '#renderer/app/store/use-app.ts';
import { useQuery } from '#renderer/app/store/use-query.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { cx } from '#renderer/ui/cx.ts';
import type { ImageId } from '#shared/model/ids.ts';
import { addEvidence } from './add-evidence.ts';
import { EvidenceItem } from './EvidenceItem.tsx';
import styles from './Evidence.module.css';
import { useEvidence } from './use-evidence.ts';

/** What shows on which terms a picture may be used: saved pages, screenshots, letters, notes. Never published. */
export const EvidenceCapsule = ({ imageId }: { readonly imageId: ImageId }) => {
  const t = useT();
  const { data } = useQuery('evidence.list', { imageId }, ['evidence']);
  const store = useAppStore();
  const { remove, opened, setOpened } = useEvidence(data);
  const box = useRef<HTMLDivElement>(null);
  const items = data ?? [];

  const drop = async (dropped: readonly DropItem[]) =>
    addEvidence(
      store,
      imageId,
      await Promise.all(dropped.filter(isFileDropItem).map((item) => item.getFile())),
    );
  // The piece that had the focus goes away: its neighbor gets it, or the button that adds one.
  const leave = async (index: number) => {
    const item = items[index];
    if (!item || !(await remove(item))) return;
    requestAnimationFrame(() => {
      const heads = box.current?.querySelectorAll<HTMLElement>('[data-evidence] [aria-expanded]') ?? [];
      const next = heads[Math.min(index, heads.length - 1)];
      (next ?? box.current?.querySelector<HTMLElement>('[data-add]'))?.focus();
    });
  };

  return (
    <div ref={box}>
      <DropZone
        aria-label={t('evidence.drop')}
        className={cx(styles.capsule)}
        onDrop={({ items: dropped }) => void drop(dropped)}
      >
        {({ isDropTarget }) => (
          <>
            {items.length === 0 ? <p className={styles.none}>{t('evidence.none')}</p> : null}
            <ul className={styles.items} aria-label={t('evidence.list')}>
              {items.map((item, index) => (
                <EvidenceItem
                  key={item.id}
                  evidence={item}
                  isOpen={opened === item.id}
                  onOpenChange={(isOpen) => setOpened(isOpen ? item.id : null)}
                  onRemove={() => void leave(index)}
                />
              ))}
            </ul>
            <div className={styles.adding}>
              <ActionButton action="evidence.add-file" look="normal" size="small" data-add />
              <ActionButton action="evidence.add-note" look="quiet" size="small" />
            </div>
            {isDropTarget ? <span className={styles.target}>{t('evidence.drop-now')}</span> : null}
          </>
        )}
      </DropZone>
    </div>
  );
};
