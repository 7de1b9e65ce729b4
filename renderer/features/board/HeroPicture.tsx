import { Button as AriaButton } from 'react-aria-components';
import { imageAddress } from '#renderer/api/addresses.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { cx } from '#renderer/ui/cx.ts';
import type { Image } from '#shared/model/image.ts';
import type { FocalPoint } from '#shared/model/topic.ts';
import styles from './Hero.module.css';

type HeroPictureProps = {
  readonly image: Image;
  /** Null shows the whole picture. */
  readonly focalPoint: FocalPoint | null;
  readonly onPress: () => void;
};

/** The picture as it will be shown; pressing it brings its credit into the inspector. */
export const HeroPicture = ({ image, focalPoint, onPress }: HeroPictureProps) => {
  const t = useT();
  return (
    <AriaButton
      className={cx(styles.picture, focalPoint && styles.cropped)}
      aria-label={image.alt ? t('hero.edit', { alt: image.alt }) : t('hero.edit-untold')}
      onPress={onPress}
    >
      <img
        src={imageAddress(image.id, 1280)}
        alt=""
        width={image.width}
        height={image.height}
        {...(focalPoint
          ? { style: { objectPosition: `${focalPoint.x * 100}% ${focalPoint.y * 100}%` } }
          : {})}
      />
    </AriaButton>
  );
};
