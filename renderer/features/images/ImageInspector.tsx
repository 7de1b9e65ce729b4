import { imageAddress } from '#renderer/api/addresses.ts';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useQuery } from '#renderer/app/store/use-query.ts';
import { AltTextField } from '#renderer/features/credits/AltTextField.tsx';
import { CreditCard } from '#renderer/features/credits/CreditCard.tsx';
import { InspectorFrame } from '#renderer/features/inspector/InspectorFrame.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Group } from '#renderer/ui/Group.tsx';
import type { ImageDetail } from '#shared/contract/views.ts';
import type { ImageId } from '#shared/model/ids.ts';
import { CleanCopy } from './CleanCopy.tsx';
import styles from './ImageInspector.module.css';

const keyOf = (use: ImageDetail['usedBy'][number]): string => {
  if (use.kind === 'logo') return 'logo';
  return use.kind === 'hero' ? use.topicId : use.resourceId;
};

const Uses = ({ detail }: { readonly detail: ImageDetail }) => {
  const t = useT();
  const { openTopic, select, showView } = useApp(({ openTopic, select, showView }) => ({
    openTopic,
    select,
    showView,
  }));
  const { usedBy } = detail;
  return (
    <Group title={t('picture.used')} hint={String(usedBy.length)}>
      {usedBy.length === 0 ? <p className={styles.note}>{t('picture.unused')}</p> : null}
      <ul className={styles.uses}>
        {usedBy.map((use) => (
          <li key={keyOf(use)}>
            <Button
              look="quiet"
              size="small"
              onPress={() => {
                if (use.kind === 'hero') void openTopic(use.topicId);
                else if (use.kind === 'logo') showView('settings');
                else select({ kind: 'resource', resourceId: use.resourceId, placementId: null });
              }}
            >
              {t(`picture.used-${use.kind}`, { title: use.title })}
            </Button>
          </li>
        ))}
      </ul>
    </Group>
  );
};

/** A picture: what it shows in words, and its credit. */
export const ImageInspector = ({ imageId }: { readonly imageId: ImageId }) => {
  const t = useT();
  const { data } = useQuery('images.get', { imageId }, ['images', 'topics', 'resources']);
  if (!data) return null;
  const { image } = data;
  const facts = {
    width: image.width,
    height: image.height,
    size: Math.max(1, Math.round(image.bytes / 1024)),
  };
  return (
    <InspectorFrame
      kind={t('picture.kind')}
      title={image.credit.title || image.fileName}
      groups={<Uses detail={data} />}
    >
      <figure className={styles.figure}>
        {/* With its size, so that nothing below it moves when it comes. */}
        <img
          src={imageAddress(image.id, 640)}
          alt={image.alt}
          width={image.width}
          height={image.height}
          className={styles.image}
        />
        <figcaption className={styles.note}>{t('picture.facts', facts)}</figcaption>
      </figure>
      <AltTextField image={image} />
      <CreditCard image={image} />
      <CleanCopy image={image} />
    </InspectorFrame>
  );
};
