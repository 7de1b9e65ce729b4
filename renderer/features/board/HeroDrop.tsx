import { ImagePlus } from 'lucide-react';
import type { ReactNode } from 'react';
import { DropZone, FileTrigger, isFileDropItem, Text, type DropItem } from 'react-aria-components';
import { useAddPictures } from '#renderer/features/images/use-add-pictures.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { cx } from '#renderer/ui/cx.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import type { TopicId } from '#shared/model/ids.ts';
import styles from './Hero.module.css';
import { pictureTypes } from './picture-types.ts';

type HeroDropProps = {
  readonly topicId: TopicId;
  readonly hasPicture?: boolean;
  readonly children?: ReactNode;
};

/** Where a picture is dropped, pasted or chosen. Around a picture it only lights up when one is dragged over it. */
export const HeroDrop = ({ topicId, hasPicture = false, children }: HeroDropProps) => {
  const t = useT();
  const { add } = useAddPictures();
  const take = (files: readonly File[]) => void add(files, { kind: 'hero', topicId });
  const drop = async (items: readonly DropItem[]) =>
    take(await Promise.all(items.filter(isFileDropItem).map((item) => item.getFile())));

  return (
    <DropZone
      aria-label={t(hasPicture ? 'hero.replace-drop' : 'hero.drop')}
      className={cx(styles.drop, !hasPicture && styles.empty)}
      onDrop={({ items }) => void drop(items)}
    >
      {({ isDropTarget }) => (
        <>
          {children}
          {hasPicture ? null : (
            <>
              <Icon of={ImagePlus} size={28} />
              <Text slot="label">{t('hero.drop')}</Text>
              <FileTrigger acceptedFileTypes={pictureTypes} onSelect={(files) => take([...(files ?? [])])}>
                <Button>{t('hero.choose')}</Button>
              </FileTrigger>
            </>
          )}
          {isDropTarget ? <span className={styles.target}>{t('hero.drop-now')}</span> : null}
        </>
      )}
    </DropZone>
  );
};
