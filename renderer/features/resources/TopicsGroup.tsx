import { Plus, X } from 'lucide-react';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Group } from '#renderer/ui/Group.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import type { ResourceDetail } from '#shared/contract/views.ts';
import styles from './ResourceInspector.module.css';

/** The topics a resource stands in, and a way into more of them. */
export const TopicsGroup = ({ detail }: { readonly detail: ResourceDetail }) => {
  const t = useT();
  const { topicCount, openTopic, openDialog, mutate } = useApp((state) => ({
    topicCount: state.tree?.length ?? 0,
    openTopic: state.openTopic,
    openDialog: state.openDialog,
    mutate: state.mutate,
  }));
  const { resource, placements } = detail;
  const elsewhere = topicCount - new Set(placements.map(({ topicId }) => topicId)).size;
  const alsoShow = () =>
    openDialog({
      kind: 'place',
      how: 'show',
      target: { kind: 'resources', resourceIds: [resource.id] },
    });
  return (
    <Group title={t('resource.topics')} hint={String(placements.length)} isOpen>
      {placements.length === 0 ? <p className={styles.note}>{t('resource.no-topic')}</p> : null}
      <ul className={styles.topics}>
        {placements.map(({ placementId, topicId, topicTitle, sectionTitle }) => (
          <li key={placementId}>
            <button type="button" className={styles.topicLink} onClick={() => void openTopic(topicId)}>
              <span>{topicTitle}</span>
              <span className={styles.section}>{sectionTitle}</span>
            </button>
            <IconButton
              icon={X}
              size="small"
              label={t('resource.remove-from', { topic: topicTitle })}
              onPress={() => void mutate('placements.remove', { placementId })}
            />
          </li>
        ))}
      </ul>
      {elsewhere > 0 ? (
        <Button size="small" className={styles.also} onPress={alsoShow}>
          <Icon of={Plus} />
          {t('resource.also-show')}
        </Button>
      ) : null}
    </Group>
  );
};
