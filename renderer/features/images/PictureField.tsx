import { ImagePlus } from 'lucide-react';
import { imageAddress } from '#renderer/api/addresses.ts';
import { revealInspector } from '#renderer/app/reveal-inspector.ts';
import { useAppStore } from '#renderer/app/store/use-app.ts';
import { useQuery } from '#renderer/app/store/use-query.ts';
import { CreditBadge } from '#renderer/features/credits/CreditBadge.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import type { Image } from '#shared/model/image.ts';
import { chooseFiles, pictureTypes } from './choose-files.ts';
import styles from './PictureField.module.css';
import { useAddPictures, type PictureTarget } from './use-add-pictures.ts';

type PictureFieldProps = {
  readonly image: Image | null;
  /** What the picture belongs to. */
  readonly target: NonNullable<PictureTarget>;
  readonly onRemove: () => void;
};

const chooseKeys = {
  hero: 'picture.choose-hero',
  resource: 'picture.choose',
  logo: 'picture.choose-logo',
} as const;

/** The picture of a topic or a resource, or the library's logo: what it is, whether its credit is complete, and ways to change it. */
export const PictureField = ({ image, target, onRemove }: PictureFieldProps) => {
  const t = useT();
  const store = useAppStore();
  const { add } = useAddPictures();
  const { data: evidence } = useQuery('evidence.list', image ? { imageId: image.id } : null, ['evidence']);
  const choose = async () => {
    await add(await chooseFiles(pictureTypes, false), target);
  };
  if (!image) {
    return (
      <Button className={styles.empty} onPress={() => void choose()}>
        <Icon of={ImagePlus} />
        {t(chooseKeys[target.kind])}
      </Button>
    );
  }
  const open = () => {
    store.getState().select({ kind: 'image', imageId: image.id });
    revealInspector(store);
  };
  return (
    <div className={styles.picture} role="group" aria-label={t('picture.kind')}>
      <button type="button" className={styles.open} onClick={open} aria-label={t('picture.open-credit')}>
        <img src={imageAddress(image.id, 320)} alt="" className={styles.thumbnail} />
      </button>
      <div className={styles.words}>
        <CreditBadge image={image} hasEvidence={(evidence ?? []).length > 0} />
        <div className={styles.actions}>
          <Button size="small" onPress={open}>
            {t('picture.edit-credit')}
          </Button>
          <Button size="small" look="quiet" onPress={() => void choose()}>
            {t('picture.replace')}
          </Button>
          <Button size="small" look="quiet" onPress={onRemove}>
            {t('picture.take-away')}
          </Button>
        </div>
      </div>
    </div>
  );
};
