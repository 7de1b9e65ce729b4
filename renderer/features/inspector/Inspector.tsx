import { useDeferredValue } from 'react';
import { inspectorParts } from '#renderer/app/parts.ts';
import { manyChosen, type Selection } from '#renderer/app/selection.ts';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './Inspector.module.css';

const Details = ({ selection }: { readonly selection: Selection }) => {
  const t = useT();
  const topicId = useApp((state) => state.topicId);
  if (selection.kind === 'resource') {
    return <inspectorParts.resource key={selection.resourceId} resourceId={selection.resourceId} />;
  }
  if (selection.kind === 'image')
    return <inspectorParts.image key={selection.imageId} imageId={selection.imageId} />;
  if (manyChosen(selection) !== null) return <inspectorParts.many />;
  if (selection.kind === 'topic' && topicId) return <inspectorParts.topic key={topicId} />;
  return <p className={styles.nothing}>{t('inspector.nothing')}</p>;
};

/** What a list is gone through by: its details may come a moment later. */
const isOfList = ({ kind }: Selection): boolean => kind === 'resource' || kind === 'entries';

/**
 * The right pane: the details of whatever is selected. A key on each keeps one record's drafts from another's fields.
 * From one entry to the next they follow when there is time for them, so that going through a list by keys does not
 * wait for them.
 */
export const Inspector = () => {
  const selection = useApp((state) => state.selection);
  const later = useDeferredValue(selection);
  const shown = isOfList(selection) && isOfList(later) ? later : selection;
  return (
    <div className={styles.details} data-following={shown !== selection}>
      <Details selection={shown} />
    </div>
  );
};
