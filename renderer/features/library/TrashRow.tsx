import { FileCheck2, FileText, FolderTree, Image, Rows3 } from 'lucide-react';
import { useLocale } from 'react-aria-components';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Icon, type IconDrawing } from '#renderer/ui/Icon.tsx';
import type { OutputOf } from '#shared/contract/contract.ts';
import styles from './TrashView.module.css';

/** Something in the trash, without its records. */
export type TrashedThing = OutputOf<'trash.list'>[number];

const drawings: Readonly<Record<TrashedThing['kind'], IconDrawing>> = {
  topic: FolderTree,
  resource: FileText,
  image: Image,
  section: Rows3,
  evidence: FileCheck2,
};

type TrashRowProps = {
  readonly entry: TrashedThing;
  readonly onRestore: () => void;
  readonly onPurge: () => void;
};

/** One deleted thing: what it is, where it was, since when it is here. */
export const TrashRow = ({ entry, onRestore, onPurge }: TrashRowProps) => {
  const t = useT();
  const { locale } = useLocale();
  const { kind, title, place, deletedAt } = entry;
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const facts = [
    t(`trash.kind.${kind}`),
    ...(place.length > 0 ? [t('trash.was-in', { place: place.join(' › ') })] : []),
    t('trash.deleted', { date: when.format(new Date(deletedAt)) }),
  ];
  return (
    <li className={styles.row}>
      <Icon of={drawings[kind]} />
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        <p className={styles.facts}>{facts.join(' · ')}</p>
      </div>
      <div className={styles.actions}>
        <Button size="small" aria-label={t('trash.restore-what', { title })} onPress={onRestore}>
          {t('trash.restore')}
        </Button>
        <Button size="small" look="quiet" aria-label={t('trash.purge-what', { title })} onPress={onPurge}>
          {t('trash.purge')}
        </Button>
      </div>
    </li>
  );
};
