import { useCallback, useEffect, useRef, type RefObject } from 'react';
import { focusRow } from '#renderer/app/focus-row.ts';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { rowFocusEvent } from '#renderer/ui/rows/use-row-focus.ts';
import type { BoardSection } from '#shared/contract/views.ts';
import { EntryList } from './EntryList.tsx';
import styles from './Section.module.css';
import { SectionHead } from './SectionHead.tsx';
import { useNear } from './use-near.ts';

type SectionPartProps = {
  readonly part: BoardSection;
  /** `near`: as one of many, it is drawn whole only while it is in sight or almost; `first`: and from the beginning. */
  readonly drawn: 'always' | 'first' | 'near';
};

/** Heights in CSS pixels, as they will probably be. */
const headHeight = 44;
const entryHeight = 46;

const Whole = ({ part }: { readonly part: BoardSection }) => {
  const t = useT();
  return (
    <>
      <SectionHead part={part} />
      <EntryList part={part} />
      {part.hiddenCount > 0 ? (
        <p className={styles.more}>{t('section.hidden', { count: part.hiddenCount })}</p>
      ) : null}
    </>
  );
};

/** A section out of sight: its title, which can be found and gone to, and the place of the rest. */
const Far = ({ part, onWanted }: { readonly part: BoardSection; readonly onWanted: () => void }) => {
  const rows = useRef<HTMLDivElement>(null);
  const { id, title } = part.section;
  useEffect(() => {
    const list = rows.current;
    const onAsked = (event: Event) => {
      onWanted();
      focusRow('entries', (event as CustomEvent<string>).detail, id);
    };
    list?.addEventListener(rowFocusEvent, onAsked);
    return () => list?.removeEventListener(rowFocusEvent, onAsked);
  }, [id, onWanted]);
  return (
    <>
      <h2 className={styles.title}>{title}</h2>
      <div ref={rows} data-rows />
    </>
  );
};

const placeOf = ({ entryIds }: BoardSection, last: number | null): number =>
  last ?? headHeight + Math.max(1, entryIds.length) * entryHeight;

/** A section of the board: its head, and its entries. */
export const SectionPart = ({ part, drawn }: SectionPartProps) => {
  const { section } = part;
  const frame: RefObject<HTMLElement | null> = useRef(null);
  const { setActiveSection, isActive } = useApp((state) => ({
    setActiveSection: state.setActiveSection,
    isActive: state.activeSectionId === section.id,
  }));
  const isWatched = drawn !== 'always' && !isActive;
  const { isNear, setNear, lastHeight } = useNear({ frame, isWatched, atFirst: drawn === 'first' });
  const onWanted = useCallback(() => setNear(true), [setNear]);
  return (
    // It only listens to the focus of what is inside, so that keys and menus know which section is meant.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={frame}
      className={styles.section}
      data-section-id={section.id}
      aria-label={section.title}
      {...(isNear ? {} : { style: { minBlockSize: placeOf(part, lastHeight()) } })}
      onFocus={() => setActiveSection(section.id)}
    >
      {isNear ? <Whole part={part} /> : <Far part={part} onWanted={onWanted} />}
    </section>
  );
};
