import { Lock } from 'lucide-react';
import { revealInspector } from '#renderer/app/reveal-inspector.ts';
import { useApp, useAppStore } from '#renderer/app/store/use-app.ts';
import { CreditParts } from '#renderer/features/credits/CreditParts.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { renderCredit } from '#shared/domain/credits/credit-line.ts';
import { licenseById } from '#shared/domain/credits/licenses.ts';
import { mayCrop } from '#shared/domain/credits/may-crop.ts';
import { pictureNoun } from '#shared/domain/credits/picture-noun.ts';
import type { Image } from '#shared/model/image.ts';
import styles from './Hero.module.css';

/** The credit as it will be published, from the one renderer of credits, and what keeps it from being complete. */
export const CreditLine = ({ image, isCropped }: { readonly image: Image; readonly isCropped: boolean }) => {
  const t = useT();
  const store = useAppStore();
  const select = useApp((state) => state.select);
  const { parts } = renderCredit(image.credit, {
    medium: 'screen',
    kind: pictureNoun(image),
    ...(isCropped ? { alterations: ['cropped'] as const } : {}),
  });
  const isUndecided = image.credit.licenseId === null;
  const isUntold = image.alt === '' && !image.decorative;
  const isKeptWhole = !mayCrop(licenseById(image.credit.licenseId)).allowed;
  const mend = () => {
    select({ kind: 'image', imageId: image.id });
    revealInspector(store, { field: isUndecided ? 'licenseId' : 'alt' });
  };
  return (
    <>
      <span>
        <CreditParts parts={parts} />
      </span>
      {isKeptWhole ? (
        <span className={styles.whole}>
          <Icon of={Lock} size={12} />
          {t('hero.kept-whole')}
        </span>
      ) : null}
      {isUndecided || isUntold ? (
        <Button size="small" className={styles.todo} onPress={mend}>
          {t(isUndecided ? 'hero.credit-todo' : 'hero.alt-todo')}
        </Button>
      ) : null}
    </>
  );
};
