import { useId } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import type { ResourceId } from '#shared/model/ids.ts';
import {
  differs,
  isFilled,
  joinedFields,
  singleFields,
  sourceOf,
  topicsOf,
  type Choices,
  type Compared,
  type JoinedField,
  type SingleField,
} from './candidate-fields.ts';
import styles from './Duplicates.module.css';
import { fieldNames, useFieldText } from './use-field-text.ts';

type CompareTableProps = {
  readonly group: Compared;
  readonly keepId: ResourceId;
  readonly choices: Choices;
  readonly onKeep: (id: ResourceId) => void;
  readonly onChoose: (field: SingleField, id: ResourceId) => void;
};

type RadioProps = {
  readonly name: string;
  readonly labelledBy: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly children: React.ReactNode;
};

const Radio = ({ name, labelledBy, isChosen, onChoose, children }: RadioProps) => (
  <label className={styles.choice}>
    <input
      type="radio"
      name={name}
      aria-labelledby={labelledBy}
      checked={isChosen}
      onChange={onChoose}
      className={styles.radio}
    />
    <span className={styles.value}>{children}</span>
  </label>
);

/** A field in which one value stays: chosen where the candidates differ, shown where they agree. */
const SingleRow = (props: CompareTableProps & { readonly field: SingleField; readonly base: string }) => {
  const t = useT();
  const textOf = useFieldText();
  const { group, field, base, onChoose } = props;
  const isOpen = differs(group.resources, field);
  const source = sourceOf(group, field, props);
  return (
    <tr className={isOpen ? styles.differs : undefined}>
      <th scope="row" id={`${base}-${field}`}>
        {t(fieldNames[field])}
        {isOpen ? <span className={styles.mark}>{t('duplicates.differs')}</span> : null}
      </th>
      {group.resources.map((candidate, at) => {
        const { id } = candidate.resource;
        const text = textOf(candidate, field);
        const shown = text === '' ? <span className={styles.blank}>{t('duplicates.blank')}</span> : text;
        return (
          <td key={id} id={`${base}-${field}-${at}`}>
            {isOpen ? (
              <Radio
                name={`${base}-${field}`}
                labelledBy={`${base}-${field} ${base}-${field}-${at} ${base}-candidate-${at}`}
                isChosen={source === id}
                onChoose={() => onChoose(field, id)}
              >
                {shown}
              </Radio>
            ) : (
              shown
            )}
          </td>
        );
      })}
    </tr>
  );
};

const JoinedRow = ({ group, field }: { readonly group: Compared; readonly field: JoinedField }) => {
  const t = useT();
  const textOf = useFieldText();
  return (
    <tr>
      <th scope="row">
        {t(fieldNames[field])}
        <span className={styles.mark}>{t('duplicates.all-kept')}</span>
      </th>
      {group.resources.map((candidate) => (
        <td key={candidate.resource.id}>{textOf(candidate, field)}</td>
      ))}
    </tr>
  );
};

/** The candidates side by side: fields as rows, each candidate a column. */
export const CompareTable = (props: CompareTableProps) => {
  const t = useT();
  const base = useId();
  const { group, keepId, onKeep } = props;
  const { resources } = group;
  return (
    <div className={styles.scroll} role="group" aria-label={t('duplicates.table')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('duplicates.field')}</th>
            {resources.map(({ resource }, at) => (
              <th key={resource.id} scope="col" id={`${base}-candidate-${at}`}>
                {t('duplicates.candidate', { number: at + 1 })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className={styles.keep}>
            <th scope="row" id={`${base}-keep`}>
              {t('duplicates.keep')}
            </th>
            {resources.map(({ resource }, at) => (
              <td key={resource.id}>
                <Radio
                  name={`${base}-keep`}
                  labelledBy={`${base}-keep ${base}-candidate-${at}`}
                  isChosen={keepId === resource.id}
                  onChoose={() => onKeep(resource.id)}
                >
                  {t(keepId === resource.id ? 'duplicates.stays' : 'duplicates.goes')}
                </Radio>
              </td>
            ))}
          </tr>
          {singleFields
            .filter((field) => isFilled(resources, field))
            .map((field) => (
              <SingleRow key={field} {...props} base={base} field={field} />
            ))}
          {joinedFields
            .filter((field) => isFilled(resources, field))
            .map((field) => (
              <JoinedRow key={field} group={group} field={field} />
            ))}
          <tr>
            <th scope="row">
              {t('duplicates.topics')}
              <span className={styles.mark}>{t('duplicates.all-kept')}</span>
            </th>
            {resources.map((candidate) => (
              <td key={candidate.resource.id}>
                <strong>{t('duplicates.stands-in', { count: topicsOf(candidate).length })}</strong>
                <ul>
                  {topicsOf(candidate).map(({ topicId, topicTitle }) => (
                    <li key={topicId}>{topicTitle}</li>
                  ))}
                </ul>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
};
