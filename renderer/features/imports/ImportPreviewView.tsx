import { FileText } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import { Group } from '#renderer/ui/Group.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import type { InputOf } from '#shared/contract/contract.ts';
import type { ImportPreview, ImportTarget } from '#shared/contract/imports.ts';
import type { TopicId } from '#shared/model/ids.ts';
import { ImportColumns } from './ImportColumns.tsx';
import { ImportDuplicates, ImportProblems, ImportRows } from './ImportLists.tsx';
import { ImportPlanView } from './ImportPlanView.tsx';
import { ImportQuestions } from './ImportQuestions.tsx';
import styles from './Imports.module.css';
import { ImportTargetFields } from './ImportTargetFields.tsx';

type Choices = InputOf<'imports.adjust'>['choices'];

type ImportPreviewViewProps = {
  readonly preview: ImportPreview;
  readonly target: ImportTarget;
  readonly topicId: TopicId | null;
  readonly isDisabled: boolean;
  readonly onTarget: (target: ImportTarget) => void;
  readonly onAdjust: (choices: Choices) => void;
};

/** Gets the focus when it appears: the button that was pressed is gone then. */
const Sources = ({ preview }: { readonly preview: ImportPreview }) => {
  const t = useT();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.focus(), []);
  return (
    <ul ref={list} tabIndex={-1} aria-label={t('import.sources')} className={styles.sources}>
      {preview.sources.map(({ fileName, format, about, records }) => (
        <li key={fileName} className={styles.source}>
          <Icon of={FileText} />
          <b>{fileName}</b>
          <span className={styles.soft}>
            {[
              t(`import-format.${format}`),
              t('import.records', { count: records }),
              about['profile'],
              about['encoding'],
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
};

/** What was understood of the files, what will be made of it, and everything that can still be changed. */
export const ImportPreviewView = ({
  preview,
  target,
  topicId,
  isDisabled,
  onTarget,
  onAdjust,
}: ImportPreviewViewProps) => {
  const t = useT();
  const { sources } = preview;
  const needsTitle = preview.records === 0 && preview.refused > 0;
  return (
    <>
      <Sources preview={preview} />
      {sources.map(({ questions }, source) => (
        <ImportQuestions
          key={sources[source]?.fileName}
          questions={questions}
          fileName={sources.length > 1 ? (sources[source]?.fileName ?? null) : null}
          isDisabled={isDisabled}
          onAnswer={(answers) => onAdjust([{ source, answers }])}
        />
      ))}
      <ImportTargetFields
        preview={preview}
        target={target}
        topicId={topicId}
        isDisabled={isDisabled}
        onChange={onTarget}
      />
      <ImportPlanView preview={preview} target={target} />
      <div className={styles.groups}>
        {sources.map((one, source) =>
          one.columns.length === 0 ? null : (
            <Group
              key={one.fileName}
              title={t('import.columns', { count: one.columns.length })}
              isOpen={needsTitle}
              hint={sources.length > 1 ? one.fileName : undefined}
            >
              <ImportColumns
                source={one}
                isDisabled={isDisabled}
                onAdjust={(choices) => onAdjust([{ source, ...choices }])}
              />
            </Group>
          ),
        )}
        {preview.records > 0 ? (
          <Group title={t('import.first-rows')} hint={String(preview.records)}>
            <ImportRows preview={preview} />
          </Group>
        ) : null}
        {preview.duplicates > 0 ? (
          <Group title={t('import.duplicates')} hint={String(preview.duplicates)}>
            <ImportDuplicates preview={preview} />
          </Group>
        ) : null}
        {preview.refused + preview.notes > 0 ? (
          <Group
            title={t('import.problems')}
            hint={String(preview.refused + preview.notes)}
            isOpen={preview.refused > 0 && !needsTitle}
          >
            <ImportProblems preview={preview} />
          </Group>
        ) : null}
      </div>
    </>
  );
};
