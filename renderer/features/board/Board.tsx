import { ActionButton } from '#renderer/app/actions/ActionButton.tsx';
import { Description } from '#renderer/app/parts.ts';
import { useApp } from '#renderer/app/store/use-app.ts';
import { SelectionBar } from '#renderer/features/bulk/SelectionBar.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import type { Board as BoardData } from '#shared/contract/views.ts';
import styles from './Board.module.css';
import { BoardSkeleton } from './BoardSkeleton.tsx';
import { BoardTitle } from './BoardTitle.tsx';
import { Hero } from './Hero.tsx';
import { NewSection } from './NewSection.tsx';
import { SectionPart } from './SectionPart.tsx';

/** Boards of more sections than this draw those out of sight by their titles alone. */
const mostDrawn = 20;
/** As many fill a screen, however short they are. */
const mostInSight = 8;

/** The last one is where a new one comes to stand. */
const howDrawn = (index: number, count: number) => {
  if (count <= mostDrawn || index === count - 1) return 'always';
  return index < mostInSight ? 'first' : 'near';
};

const Page = ({ board }: { readonly board: BoardData }) => (
  <article className={styles.page} data-scope="board">
    <BoardTitle board={board} />
    <div className={styles.lead}>
      <Hero board={board} />
      <Description key={board.topic.id} topicId={board.topic.id} value={board.topic.description} />
    </div>
    {board.sections.map((part, index, { length }) => (
      <SectionPart key={part.section.id} part={part} drawn={howDrawn(index, length)} />
    ))}
    <NewSection topicId={board.topic.id} />
    <SelectionBar />
  </article>
);

/** The open topic as it will be published, and edited where it stands. */
export const Board = () => {
  const t = useT();
  const { board, topicId, tree, library } = useApp((state) => ({
    board: state.board,
    topicId: state.topicId,
    tree: state.tree,
    library: state.session?.library.title ?? '',
  }));
  if (board && board.topic.id === topicId) return <Page board={board} />;
  if (topicId) return <BoardSkeleton />;
  return (
    <div className={styles.nothing}>
      <h1 className={styles.library}>{library}</h1>
      {tree?.length === 0 ? (
        <EmptyState title={t('board.first')} text={t('topic.none-text')}>
          <ActionButton action="topic.create" look="primary" />
          <ActionButton action="import.files" look="quiet" />
        </EmptyState>
      ) : (
        <EmptyState title={t('board.choose')} text={t('board.choose-text')} />
      )}
    </div>
  );
};
