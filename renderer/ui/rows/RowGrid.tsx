import { memo, useCallback, useRef, type DragEventHandler, type ReactNode, type RefObject } from 'react';
import { cx } from '../cx.ts';
import rowStyles from './Row.module.css';
import styles from './RowGrid.module.css';
import { useDrawn } from './use-drawn.ts';
import { useRowFocus } from './use-row-focus.ts';
import { useRowInput, type RowInput } from './use-row-input.ts';
import { useRowWindow } from './use-row-window.ts';

/** What a screen reader is told of a row beside its name. */
export type RowFacts = {
  readonly level?: number | undefined;
  readonly isExpanded?: boolean | undefined;
  readonly position?: number | undefined;
  readonly siblings?: number | undefined;
};

/** Draws what is inside a row. Its identity has to change when what it would draw does. */
export type DrawRow = (
  key: string,
  state: { readonly isSelected: boolean; readonly isCurrent: boolean },
) => ReactNode;

type RowProps = {
  readonly rowKey: string;
  readonly index: number;
  readonly name: string;
  readonly isSelected: boolean;
  readonly isCurrent: boolean;
  readonly isDraggable: boolean;
  readonly className: string | undefined;
  readonly facts: RowFacts | undefined;
  readonly onFocus: (key: string) => void;
  readonly draw: DrawRow;
};

const Row = memo(({ rowKey, index, name, isSelected, isCurrent, facts, draw, ...props }: RowProps) => (
  <div
    role="row"
    data-key={rowKey}
    aria-label={name}
    aria-rowindex={index + 1}
    aria-selected={isSelected}
    aria-level={facts?.level}
    aria-expanded={facts?.isExpanded}
    aria-posinset={facts?.position}
    aria-setsize={facts?.siblings}
    tabIndex={isCurrent ? 0 : -1}
    draggable={props.isDraggable}
    className={cx(rowStyles.row, props.className)}
    onFocus={(event) => event.target === event.currentTarget && props.onFocus(rowKey)}
  >
    <div role="gridcell" className={styles.cell}>
      {draw(rowKey, { isSelected, isCurrent })}
    </div>
  </div>
));
Row.displayName = 'Row';

type RowGridProps = RowInput & {
  readonly frame?: RefObject<HTMLDivElement | null>;
  readonly label: string;
  readonly isTree?: boolean;
  readonly isMultiple?: boolean;
  /** True while several are chosen: the boxes to choose by show. */
  readonly isPicking?: boolean;
  readonly keys: readonly string[];
  /** True for lists of which only what is in sight is drawn. */
  readonly isLong: boolean;
  /** Height of a row in CSS pixels, as it will probably be. */
  readonly estimate: number;
  readonly isSelected: (key: string) => boolean;
  readonly nameOf: (key: string) => string;
  readonly factsOf?: (key: string) => RowFacts;
  readonly isDraggable?: boolean;
  /** Where Tab leads first; null: to the first row. */
  readonly entrance: string | null;
  readonly draw: DrawRow;
  /** Called with the keys of the rows that are drawn, when they change. */
  readonly onDrawn?: (keys: readonly string[]) => void;
  readonly empty?: ReactNode;
  readonly className?: string | undefined;
  readonly rowClassName?: (key: string) => string | undefined;
  readonly drag?: Partial<
    Record<'onDragStart' | 'onDragOver' | 'onDragLeave' | 'onDrop' | 'onDragEnd', DragEventHandler>
  >;
};

/**
 * A list of rows in which one has the focus and any number can be chosen (ARIA grid or treegrid). Only what is in sight
 * of a long one is in the page, while screen readers hear how many rows there are and which one this is.
 */
export const RowGrid = (props: RowGridProps) => {
  const { keys, isSelected, nameOf, factsOf, isMultiple = false, isTree = false } = props;
  const own = useRef<HTMLDivElement>(null);
  const frame = props.frame ?? own;
  const focus = useRowFocus({ frame, keys, entrance: props.entrance });
  const { current } = focus;
  const pieces = useRowWindow({
    frame,
    keys,
    isLong: props.isLong,
    estimate: props.estimate,
    focused: current,
  });
  useDrawn(props, pieces);
  const { onFocus } = focus;
  const focused = useCallback((key: string) => onFocus(key), [onFocus]);
  const input = useRowInput({ ...props, isMultiple }, focus);

  return (
    <div
      {...input}
      {...props.drag}
      ref={frame}
      role={isTree ? 'treegrid' : 'grid'}
      aria-label={props.label}
      aria-rowcount={keys.length}
      aria-colcount={1}
      aria-multiselectable={isMultiple}
      data-rows
      data-picking={props.isPicking ? true : undefined}
      className={cx(styles.list, props.className)}
    >
      {pieces.map((piece) => {
        if (piece.kind === 'gap')
          return <div key={piece.key} role="presentation" style={{ blockSize: piece.height }} />;
        const key = keys[piece.index] ?? '';
        return (
          <Row
            key={key}
            rowKey={key}
            index={piece.index}
            name={nameOf(key)}
            isSelected={isSelected(key)}
            isCurrent={piece.index === current}
            isDraggable={props.isDraggable ?? false}
            className={props.rowClassName?.(key)}
            facts={factsOf?.(key)}
            onFocus={focused}
            draw={props.draw}
          />
        );
      })}
      {keys.length === 0 ? props.empty : null}
    </div>
  );
};
