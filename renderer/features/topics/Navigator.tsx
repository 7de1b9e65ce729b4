import { useT } from '#renderer/i18n/use-t.ts';
import { ActionButton } from '#renderer/app/actions/ActionButton.tsx';
import { useApp } from '#renderer/app/store/use-app.ts';
import { SearchBox } from '#renderer/features/search/SearchBox.tsx';
import { SmartLists } from '#renderer/features/search/SmartLists.tsx';
import styles from './Navigator.module.css';
import { NavigatorFooter } from './NavigatorFooter.tsx';
import { NewTopicField } from './NewTopicField.tsx';
import { TopicTree } from './TopicTree.tsx';

/** The left pane: the topics, and the ways to what belongs to the whole library. */
export const Navigator = () => {
  const t = useT();
  const { tree, newTopic } = useApp((state) => ({ tree: state.tree, newTopic: state.newTopic }));
  const isEmpty = tree?.length === 0;
  return (
    <div className={styles.navigator}>
      <SearchBox />
      <div className={styles.topics} data-scope="navigator">
        <div className={styles.head}>
          <h2>{t('topic.tree')}</h2>
          <ActionButton action="topic.create" />
        </div>
        {newTopic ? <NewTopicField key={newTopic.parentId} {...newTopic} /> : null}
        <div className={styles.body}>
          {tree && !isEmpty ? <TopicTree tree={tree} /> : null}
          {isEmpty && !newTopic ? <p className={styles.none}>{t('topic.none')}</p> : null}
        </div>
      </div>
      <SmartLists />
      <NavigatorFooter />
    </div>
  );
};
