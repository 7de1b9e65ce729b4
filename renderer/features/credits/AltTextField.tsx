import { SwitchButton, SwitchField } from 'react-aria-components';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { cx } from '#renderer/ui/cx.ts';
import { DraftField } from '#renderer/ui/DraftField.tsx';
import { pictureNoun } from '#shared/domain/credits/picture-noun.ts';
import type { Image, PictureKind } from '#shared/model/image.ts';
import styles from './CreditCard.module.css';

/** The picture in words for those who cannot see it, or "decorative" on purpose, and what its credit calls it. */
export const AltTextField = ({ image }: { readonly image: Image }) => {
  const t = useT();
  const mutate = useApp((state) => state.mutate);
  const save = (patch: { alt?: string; decorative?: boolean; kind?: PictureKind }) =>
    void mutate('images.update', { imageId: image.id, patch });
  return (
    <>
      {image.decorative ? null : (
        <div data-field="alt">
          <DraftField
            label={t('picture.alt')}
            help={t('picture.alt-help')}
            isMultiline
            value={image.alt}
            onCommit={(alt) => save({ alt })}
          />
        </div>
      )}
      <SwitchField isSelected={image.decorative} onChange={(decorative) => save({ decorative })}>
        <SwitchButton className={cx(styles.switch)}>
          <span className={styles.track} aria-hidden />
          {t('picture.decorative')}
        </SwitchButton>
      </SwitchField>
      {image.credit.licenseId === 'ai-generated' ? null : (
        <SwitchField
          isSelected={pictureNoun(image) === 'photo'}
          onChange={(isPhoto) => save({ kind: isPhoto ? 'photo' : 'image' })}
        >
          <SwitchButton className={cx(styles.switch)}>
            <span className={styles.track} aria-hidden />
            {t('picture.is-photo')}
          </SwitchButton>
        </SwitchField>
      )}
    </>
  );
};
