import { useApp } from '#renderer/app/store/use-app.ts';
import { BulkInspector } from '#renderer/features/bulk/BulkInspector.tsx';
import { ImageInspector } from '#renderer/features/images/ImageInspector.tsx';
import { ResourceInspector } from '#renderer/features/resources/ResourceInspector.tsx';
import { TopicInspector } from '#renderer/features/topics/TopicInspector.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './Inspector.module.css';

/** The right pane: the details of whatever is selected. A key on each keeps one record's drafts from another's fields. */
export const Inspector = () => {
  const t = useT();
  const { selection, topicId } = useApp(({ selection, topicId }) => ({ selection, topicId }));
  if (selection.kind === 'resource') {
    return <ResourceInspector key={selection.resourceId} resourceId={selection.resourceId} />;
  }
  if (selection.kind === 'image')
    return <ImageInspector key={selection.imageId} imageId={selection.imageId} />;
  if (selection.kind === 'entries' || selection.kind === 'resources') return <BulkInspector />;
  if (selection.kind === 'topic' && topicId) return <TopicInspector key={topicId} />;
  return <p className={styles.nothing}>{t('inspector.nothing')}</p>;
};
