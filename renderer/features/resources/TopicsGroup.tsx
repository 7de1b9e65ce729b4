import { Plus, X } from 'lucide-react';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Group } from '#renderer/ui/Group.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import type { MenuEntry } from '#renderer/ui/Menu.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import type { ResourceDetail } from '#shared/contract/views.ts';
import styles from './ResourceInspector.module.css';

/** The topics a resource stands in, and a way into more of them. */
export const TopicsGroup = ({ detail }: { readonly detail: ResourceDetail }) => {
  const t = useT();
  const { tree, openTopic, mutate } = useApp(({ tree, openTopic, mutate }) => ({ tree, openTopic, mutate }));
  const { resource, placements } = detail;
  const taken = new Set<string>(placements.map(({ topicId }) => topicId));
  const others: MenuEntry[] = (tree ?? [])
    .filter(({ id }) => !taken.has(id))
    .map(({ id, title }) => ({
      id,
      label: title,
      run: () =>
        void mutate('placements.add', {
          resourceId: resource.id,
          topicId: id,
          sectionId: null,
          beforeId: null,
        }),
    }));
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
      {others.length > 0 ? (
        <Menu label={t('resource.also-show')} entries={others}>
          <Button size="small" className={styles.also}>
            <Icon of={Plus} />
            {t('resource.also-show')}
          </Button>
        </Menu>
      ) : null}
    </Group>
  );
};
