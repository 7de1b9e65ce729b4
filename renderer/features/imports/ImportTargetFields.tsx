import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { ImportPreview, ImportTarget } from '#shared/contract/imports.ts';
import type { TopicId } from '#shared/model/ids.ts';
import { titleOfImport } from './first-target.ts';
import styles from './Imports.module.css';

type ImportTargetFieldsProps = {
  readonly preview: ImportPreview;
  readonly target: ImportTarget;
  /** The topic that is open; it is offered first. */
  readonly topicId: TopicId | null;
  readonly isDisabled: boolean;
  readonly onChange: (target: ImportTarget) => void;
};

/** Where the records go, what becomes of folders, and what of those that are here already. */
export const ImportTargetFields = (props: ImportTargetFieldsProps) => {
  const { preview, target, topicId, isDisabled, onChange } = props;
  const t = useT();
  const tree = useApp((state) => state.tree ?? []);
  const sections = useApp(({ board }) => board?.sections ?? []);
  const { into } = target;
  const ordered = [...tree.filter(({ id }) => id === topicId), ...tree.filter(({ id }) => id !== topicId)];
  const places = [
    { id: 'new', label: t('import.into-new') },
    ...(preview.hasFolders ? [{ id: 'tree', label: t('import.into-tree') }] : []),
    ...ordered.map(({ id, title }) => ({ id, label: t('import.into-topic', { title }) })),
  ];
  const choosePlace = (place: string) => {
    const topic = tree.find(({ id }) => id === place);
    const next: ImportTarget['into'] =
      topic !== undefined
        ? { kind: 'topic', topicId: topic.id, sectionId: null }
        : place === 'tree'
          ? { kind: 'tree' }
          : { kind: 'new', title: titleOfImport(preview) };
    onChange({ ...target, into: next, folders: next.kind === 'tree' ? 'topics' : target.folders });
  };
  return (
    <div className={styles.target}>
      <Select
        label={t('import.into')}
        choices={places}
        value={into.kind === 'topic' ? into.topicId : into.kind}
        onChange={choosePlace}
        isDisabled={isDisabled}
      />
      {into.kind === 'new' ? (
        <TextField
          label={t('import.topic-title')}
          value={into.title}
          onChange={(title) => onChange({ ...target, into: { kind: 'new', title } })}
          isDisabled={isDisabled}
          maxLength={500}
        />
      ) : null}
      {into.kind === 'topic' && into.topicId === topicId && sections.length > 1 ? (
        <Select
          label={t('import.section')}
          choices={[
            { id: 'first', label: t('import.section-first') },
            ...sections.map(({ section }) => ({ id: section.id as string, label: section.title })),
          ]}
          value={into.sectionId ?? 'first'}
          onChange={(id) => {
            const section = sections.find((one) => one.section.id === id)?.section.id ?? null;
            onChange({ ...target, into: { ...into, sectionId: section } });
          }}
          isDisabled={isDisabled}
        />
      ) : null}
      {preview.hasFolders && into.kind !== 'tree' ? (
        <Select
          label={t('import.folders')}
          choices={(['topics', 'sections', 'flat'] as const).map((id) => ({
            id,
            label: t(`import.folders-${id}`),
          }))}
          value={target.folders}
          onChange={(folders) => onChange({ ...target, folders })}
          isDisabled={isDisabled}
        />
      ) : null}
      {preview.duplicates > 0 ? (
        <Select
          label={t('import.duplicates-what', { count: preview.duplicates })}
          choices={(['show', 'skip', 'add'] as const).map((id) => ({
            id,
            label: t(`import.duplicates-${id}`),
          }))}
          value={target.duplicates}
          onChange={(duplicates) => onChange({ ...target, duplicates })}
          isDisabled={isDisabled}
        />
      ) : null}
    </div>
  );
};
