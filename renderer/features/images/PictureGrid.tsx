import { MessageCircleWarning } from 'lucide-react';
import { GridList, GridListItem, Text } from 'react-aria-components';
import { imageAddress } from '#renderer/api/addresses.ts';
import { revealInspector } from '#renderer/app/reveal-inspector.ts';
import { useApp, useAppStore } from '#renderer/app/store/use-app.ts';
import { CreditBadge } from '#renderer/features/credits/CreditBadge.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { cx } from '#renderer/ui/cx.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { checkCredit } from '#shared/domain/credits/check-credit.ts';
import type { ImageId } from '#shared/model/ids.ts';
import type { Image } from '#shared/model/image.ts';
import styles from './PicturesView.module.css';

const lacksAlt = ({ alt, decorative }: Image): boolean => alt.trim() === '' && !decorative;

/** Whether something is still to be done before this picture can be published with a good conscience. */
export const isToDo = (image: Image, hasEvidence: boolean): boolean =>
  lacksAlt(image) || checkCredit(image, 'screen', { hasEvidence }).state !== 'complete';

type PictureGridProps = {
  readonly pictures: readonly Image[];
  readonly withEvidence: ReadonlySet<ImageId>;
};

/** Pictures side by side, walked with the arrow keys; the one that is chosen shows its credit in the inspector. */
export const PictureGrid = ({ pictures, withEvidence }: PictureGridProps) => {
  const t = useT();
  const store = useAppStore();
  const selection = useApp((state) => state.selection);
  const show = (imageId: ImageId) => {
    store.getState().select({ kind: 'image', imageId });
    revealInspector(store, 'none');
  };
  return (
    <GridList
      aria-label={t('view.pictures')}
      layout="grid"
      items={pictures}
      dependencies={[withEvidence]}
      selectionMode="single"
      selectionBehavior="replace"
      selectedKeys={selection.kind === 'image' ? [selection.imageId] : []}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : keys;
        if (key !== undefined) show(String(key) as ImageId);
      }}
      onAction={(key) => show(String(key) as ImageId)}
      className={cx(styles.grid)}
    >
      {(image) => {
        const name = image.credit.title || image.fileName;
        return (
          <GridListItem id={image.id} textValue={name} className={cx(styles.item)}>
            <img
              src={imageAddress(image.id, 320)}
              alt={image.alt}
              loading="lazy"
              className={styles.thumbnail}
            />
            <Text className={cx(styles.name)}>{name}</Text>
            <div className={styles.marks}>
              <CreditBadge image={image} hasEvidence={withEvidence.has(image.id)} />
              {lacksAlt(image) ? (
                <span className={styles.mark}>
                  <Icon of={MessageCircleWarning} size={14} />
                  {t('picture.alt-missing')}
                </span>
              ) : null}
            </div>
          </GridListItem>
        );
      }}
    </GridList>
  );
};
