import type { Translate } from '#renderer/i18n/i18n.ts';
import { messageOf } from '#renderer/i18n/message.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Select } from '#renderer/ui/Select.tsx';
import type { ImportQuestion } from '#shared/contract/imports.ts';
import { useState } from 'react';
import styles from './Imports.module.css';

const wording = (t: Translate, { ask, values }: ImportQuestion): string =>
  messageOf(t, `import-question.${ask}`, values, ask);

/** What only the curator can decide, once per column or file. */
export const ImportQuestions = ({
  questions,
  fileName,
  isDisabled,
  onAnswer,
}: {
  /** The file they are about, where there are several. */
  readonly fileName: string | null;
  readonly questions: readonly ImportQuestion[];
  readonly isDisabled: boolean;
  readonly onAnswer: (answers: Readonly<Record<string, string>>) => void;
}) => {
  const t = useT();
  const [given, setGiven] = useState<Readonly<Record<string, string>>>({});
  if (questions.length === 0) return null;
  return (
    <div className={styles.questions}>
      {fileName === null ? null : <p className={styles.questionsOf}>{fileName}</p>}
      {questions.map((question) => (
        <Select
          key={question.id}
          label={wording(t, question)}
          choices={question.answers.map((id) => ({
            id,
            label: String(question.values[id] ?? messageOf(t, `import-answer.${id}`, question.values, id)),
          }))}
          value={given[question.id] ?? question.answer}
          onChange={(answer) => {
            setGiven({ ...given, [question.id]: answer });
            onAnswer({ [question.id]: answer });
          }}
          isDisabled={isDisabled}
        />
      ))}
    </div>
  );
};
