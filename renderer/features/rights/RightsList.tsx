import { useMemo } from 'react';
import { GridList, type Selection } from 'react-aria-components';
import { revealInspector } from '#renderer/app/reveal-inspector.ts';
import { useAppStore } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { cx } from '#renderer/ui/cx.ts';
import type { RightsLine } from '#shared/contract/rights.ts';
import type { ImageId } from '#shared/model/ids.ts';
import { fieldToFix } from './field-to-fix.ts';
import { RightsRow } from './RightsRow.tsx';
import styles from './RightsView.module.css';

type RightsListProps = {
  readonly lines: readonly RightsLine[];
  readonly chosen: ReadonlySet<ImageId>;
  readonly onChoose: (chosen: ReadonlySet<ImageId> | 'all') => void;
  readonly onTakeBack: (line: RightsLine) => void;
};

/** The pictures of the report. Space or the box chooses some of them for one edit; Enter or a click shows one's credit. */
export const RightsList = ({ lines, chosen, onChoose, onTakeBack }: RightsListProps) => {
  const t = useT();
  const store = useAppStore();
  // A row whose item is the same is not drawn again.
  const items = useMemo(() => lines.map((line) => ({ ...line, id: line.image.id })), [lines]);
  const show = (imageId: ImageId) => {
    store.getState().select({ kind: 'image', imageId });
    const line = lines.find(({ image }) => image.id === imageId);
    revealInspector(store, line ? fieldToFix(line) : 'first');
  };
  const choose = (keys: Selection) => onChoose(keys === 'all' ? 'all' : new Set([...keys] as ImageId[]));
  return (
    <GridList
      aria-label={t('view.rights')}
      items={items}
      selectionMode="multiple"
      selectionBehavior="toggle"
      selectedKeys={chosen}
      onSelectionChange={choose}
      onAction={(key) => show(String(key) as ImageId)}
      keyboardNavigationBehavior="tab"
      className={cx(styles.list)}
    >
      {(line) => (
        <RightsRow line={line} onShow={() => show(line.image.id)} onTakeBack={() => onTakeBack(line)} />
      )}
    </GridList>
  );
};
