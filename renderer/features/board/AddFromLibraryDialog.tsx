import { Check } from 'lucide-react';
import { useState } from 'react';
import { ListBox, ListBoxItem, type Selection } from 'react-aria-components';
import { useAppStore } from '#renderer/app/store/use-app.ts';
import { useQuery } from '#renderer/app/store/use-query.ts';
import { callBulk } from '#renderer/features/bulk/call-bulk.ts';
import { useResourceTypes } from '#renderer/features/resources/use-resource-types.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { cx } from '#renderer/ui/cx.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import popover from '#renderer/ui/Popover.module.css';
import { TextField } from '#renderer/ui/TextField.tsx';
import { TypeIcon } from '#renderer/ui/TypeIcon.tsx';
import type { ResourceId, SectionId, TopicId } from '#shared/model/ids.ts';
import styles from './Section.module.css';

type AddFromLibraryProps = {
  readonly topicId: TopicId;
  readonly sectionId: SectionId;
  readonly onClose: () => void;
};

const shown = 100;
/** As the search box has it: the closest first, without words what was added last. */
const order = { sort: 'relevance', descending: false } as const;

/** Finds resources that the library has already and puts them into a section: one resource, several topics. */
export const AddFromLibraryDialog = ({ topicId, sectionId, onClose }: AddFromLibraryProps) => {
  const t = useT();
  const { typeOf } = useResourceTypes();
  const store = useAppStore();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<ResourceId>>(new Set());
  const { data } = useQuery(
    'search.query',
    { query: text, ...order, notInTopicId: topicId, offset: 0, limit: shown, facets: false },
    ['resources', 'placements'],
  );
  const items = data?.items ?? [];
  // What was chosen stays chosen when other words are looked for.
  const choose = (keys: Selection) =>
    setChosen(
      keys === 'all'
        ? new Set([...chosen, ...items.map(({ resourceId }) => resourceId)])
        : new Set([...keys].map((key) => key as ResourceId)),
    );

  const add = async () => {
    const target = { kind: 'resources' as const, resourceIds: [...chosen] };
    const report = await callBulk(store, 'bulk.show', { target, topicId, sectionId, beforeId: null });
    if (!report) return;
    store.getState().announce('resource.added-many', { count: report.changed });
    onClose();
  };

  return (
    <Dialog
      title={t('resource.add-from-library-title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('dialog.cancel')}</Button>
          <Button look="primary" isDisabled={chosen.size === 0} onPress={() => void add()}>
            {t('resource.add-chosen', { count: chosen.size })}
          </Button>
        </>
      }
    >
      <TextField autoFocus label={t('resource.find')} value={text} onChange={setText} />
      <p role="status" className={styles.found}>
        {data ? t('resource.found', { count: data.total }) : null}
      </p>
      <ListBox
        aria-label={t('resource.found-list')}
        items={items.map((item) => ({ ...item, id: item.resourceId }))}
        selectionMode="multiple"
        escapeKeyBehavior="none"
        selectedKeys={chosen}
        onSelectionChange={choose}
        className={cx(styles.results)}
      >
        {(item) => (
          <ListBoxItem id={item.id} textValue={item.title} className={cx(popover.item, styles.result)}>
            {({ isSelected }) => (
              <>
                <TypeIcon name={typeOf(item.typeId).icon} />
                <span className={popover.words}>
                  <span>{item.title}</span>
                  <span className={popover.hint}>
                    {item.topics.map(({ title }) => title).join(' · ') || t('resource.in-no-topic')}
                  </span>
                </span>
                {isSelected ? <Icon of={Check} /> : null}
              </>
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </Dialog>
  );
};
