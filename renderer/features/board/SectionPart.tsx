import { useApp } from '#renderer/app/store/use-app.ts';
import type { BoardSection } from '#shared/contract/views.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { EntryList } from './EntryList.tsx';
import styles from './Section.module.css';
import { SectionHead } from './SectionHead.tsx';

/** A section of the board: its head, and its entries. */
export const SectionPart = ({ part }: { readonly part: BoardSection }) => {
  const t = useT();
  const setActiveSection = useApp((state) => state.setActiveSection);
  const { section, hiddenCount } = part;
  return (
    // It only listens to the focus of what is inside, so that keys and menus know which section is meant.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={styles.section}
      data-section-id={section.id}
      aria-label={section.title}
      onFocus={() => setActiveSection(section.id)}
    >
      <SectionHead part={part} />
      <EntryList part={part} />
      {hiddenCount > 0 ? <p className={styles.more}>{t('section.hidden', { count: hiddenCount })}</p> : null}
    </section>
  );
};
