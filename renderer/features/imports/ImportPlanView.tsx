import { Folder, FolderPlus } from 'lucide-react';
import { useDeferredValue } from 'react';
import { useQuery } from '#renderer/app/store/use-query.ts';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import type { ImportPlan, ImportPreview, ImportTarget } from '#shared/contract/imports.ts';
import styles from './Imports.module.css';

/** So many topics of a plan are drawn. */
const shownTopics = 30;

type PlannedTopic = ImportPlan['topics'][number];

/** A new topic with one new section needs no line for it. */
const isPlain = ({ isNew, sections }: PlannedTopic): boolean => isNew && sections.length === 1;

const PlanTopic = ({ topic }: { readonly topic: PlannedTopic }) => {
  const t = useT();
  const shown = isPlain(topic) ? [] : topic.sections;
  const facts = [
    t(topic.isNew ? 'import.new-topic' : 'import.present-topic'),
    ...(isPlain(topic) ? [t('import.records', { count: topic.sections[0]?.records ?? 0 })] : []),
  ];
  return (
    <li style={{ paddingInlineStart: `${Math.min(topic.depth, 6) * 1.25}rem` }}>
      <div className={styles.planTopic}>
        <Icon of={topic.isNew ? FolderPlus : Folder} />
        <span>
          <b>{topic.title}</b> <span className={styles.soft}>{facts.join(' · ')}</span>
        </span>
      </div>
      <ul className={styles.planSections}>
        {shown.map(({ title, records, isNew }) => (
          <li key={`${title} ${isNew}`}>
            {title}{' '}
            <span className={styles.soft}>
              {t('import.records', { count: records })}
              {isNew && !topic.isNew ? ` · ${t('import.new-section')}` : null}
            </span>
          </li>
        ))}
      </ul>
    </li>
  );
};

/** What will be made where, as a tree with counts. */
export const ImportPlanView = ({
  preview,
  target,
}: {
  readonly preview: ImportPreview;
  readonly target: ImportTarget;
}) => {
  const t = useT();
  const asked = useDeferredValue(target);
  const isTitled = asked.into.kind !== 'new' || asked.into.title.trim() !== '';
  // Not when the library changes: what is brought in changes it itself, and there is no plan any more then.
  const { data, error } = useQuery(
    'imports.plan',
    isTitled ? { importId: preview.importId, target: asked } : null,
    [],
    preview,
  );
  if (error !== null) {
    return (
      <p role="alert" className={styles.problem}>
        {errorMessage(t, error)}
      </p>
    );
  }
  if (data === null) return null;
  return (
    <section aria-label={t('import.plan')} className={styles.plan}>
      <p className={styles.counts}>
        {[
          t('import.plan-added', { count: data.added }),
          ...(data.shown > 0 ? [t('import.plan-shown', { count: data.shown })] : []),
          ...(data.skipped > 0 ? [t('import.plan-skipped', { count: data.skipped })] : []),
          ...(data.pictures > 0 ? [t('import.plan-pictures', { count: data.pictures })] : []),
        ].join(' ')}
      </p>
      <ul className={styles.planTopics}>
        {data.topics.slice(0, shownTopics).map((topic, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- two planned topics may have the same title
          <PlanTopic key={`${index} ${topic.title}`} topic={topic} />
        ))}
        {data.topics.length > shownTopics ? (
          <li>{t('import.more-rows', { count: data.topics.length - shownTopics })}</li>
        ) : null}
      </ul>
    </section>
  );
};
