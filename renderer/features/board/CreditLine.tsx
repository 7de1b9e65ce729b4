import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { renderCredit } from '#shared/domain/credits/credit-line.ts';
import type { Image } from '#shared/model/image.ts';
import styles from './Hero.module.css';

/** The credit as it will be published, from the one renderer of credits, and what keeps it from being complete. */
export const CreditLine = ({ image, isCropped }: { readonly image: Image; readonly isCropped: boolean }) => {
  const t = useT();
  const select = useApp((state) => state.select);
  const { parts } = renderCredit(image.credit, {
    medium: 'screen',
    ...(isCropped ? { alterations: ['cropped'] as const } : {}),
  });
  const isUndecided = image.credit.licenseId === null;
  const isUntold = image.alt === '' && !image.decorative;
  return (
    <>
      <span>
        {parts.map((part, index) =>
          part.href ? (
            // The parts of a line have no identity but their place.
            // oxlint-disable-next-line react/no-array-index-key
            <a key={index} href={part.href} target="_blank" rel={`noreferrer ${part.rel ?? ''}`.trim()}>
              {part.text}
            </a>
          ) : (
            part.text
          ),
        )}
      </span>
      {isUndecided || isUntold ? (
        <Button
          size="small"
          className={styles.todo}
          onPress={() => select({ kind: 'image', imageId: image.id })}
        >
          {t(isUndecided ? 'hero.credit-todo' : 'hero.alt-todo')}
        </Button>
      ) : null}
    </>
  );
};
