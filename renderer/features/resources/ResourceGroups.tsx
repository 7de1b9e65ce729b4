import { useT } from '#renderer/i18n/use-t.ts';
import { DraftField } from '#renderer/ui/DraftField.tsx';
import { Group } from '#renderer/ui/Group.tsx';
import { dateNameKeys, type DateField } from '#shared/domain/honest-date.ts';
import type { Identifier, Resource } from '#shared/model/resource.ts';
import { checkDate, checkLanguage, orNull, toList } from './field-checks.ts';
import styles from './ResourceInspector.module.css';
import type { ResourceFields } from './resource-fields.ts';

const dateFields: readonly DateField[] = ['publishedOn', 'addedOn', 'modifiedOn', 'checkedOn'];

/** The four dates, each under its right name and only as exact as it is known. */
export const DatesGroup = ({ resource, save }: ResourceFields) => {
  const t = useT();
  return (
    <Group title={t('resource.dates')} isOpen>
      <div className={styles.pairs}>
        {dateFields.map((field) => (
          <DraftField
            key={field}
            label={t(dateNameKeys[field])}
            placeholder={t('field.date-form')}
            value={resource[field] ?? ''}
            check={checkDate(t)}
            onCommit={(text) => save({ [field]: orNull(text) })}
          />
        ))}
      </div>
      <p className={styles.note}>{t('resource.dates-help')}</p>
    </Group>
  );
};

const toIdentifiers = (text: string): Identifier[] =>
  toList(text).map((line) => {
    const [, scheme, value] = /^(doi|isbn|issn|oclc)\s*:?\s*(.+)$/i.exec(line) ?? [];
    return scheme && value
      ? { scheme: scheme.toLowerCase() as Identifier['scheme'], value }
      : { scheme: 'other', value: line };
  });

const fromIdentifiers = (identifiers: readonly Identifier[]): string =>
  identifiers
    .map(({ scheme, value }) => (scheme === 'other' ? value : `${scheme.toUpperCase()} ${value}`))
    .join('\n');

/** What a catalog would also say. */
export const DescriptionGroup = ({ resource, save }: ResourceFields) => {
  const t = useT();
  return (
    <Group title={t('resource.description')}>
      <DraftField
        label={t('resource.subjects')}
        help={t('resource.list-help')}
        isMultiline
        value={resource.subjects.join('\n')}
        onCommit={(text) => save({ subjects: toList(text) })}
      />
      <div className={styles.pairs}>
        <DraftField
          label={t('resource.language')}
          value={resource.language ?? ''}
          check={checkLanguage(t)}
          onCommit={(text) => save({ language: orNull(text) })}
        />
        <DraftField
          label={t('resource.audience')}
          value={resource.audience ?? ''}
          onCommit={(text) => save({ audience: orNull(text) })}
        />
      </div>
      <DraftField
        label={t('resource.access')}
        help={t('resource.access-help')}
        value={resource.accessNote ?? ''}
        onCommit={(text) => save({ accessNote: orNull(text) })}
      />
      <DraftField
        label={t('resource.identifiers')}
        help={t('resource.identifiers-help')}
        isMultiline
        value={fromIdentifiers(resource.identifiers)}
        onCommit={(text) => save({ identifiers: toIdentifiers(text) })}
      />
      <DraftField
        label={t('resource.rights')}
        help={t('resource.rights-help')}
        isMultiline
        value={resource.rights ?? ''}
        onCommit={(text) => save({ rights: orNull(text) })}
      />
    </Group>
  );
};

/** For colleagues; never published. */
export const NotesGroup = ({ resource, save }: ResourceFields) => {
  const t = useT();
  return (
    <Group title={t('resource.notes')} isOpen={resource.note !== ''}>
      <DraftField
        label={t('resource.note')}
        help={t('resource.note-help')}
        isMultiline
        value={resource.note}
        onCommit={(note) => save({ note })}
      />
    </Group>
  );
};

/** Columns of an import that have no field of their own. */
export const OtherFieldsGroup = ({ resource }: { readonly resource: Resource }) => {
  const t = useT();
  const fields = Object.entries(resource.otherFields);
  if (fields.length === 0) return null;
  return (
    <Group title={t('resource.other-fields')} hint={String(fields.length)}>
      <p className={styles.note}>{t('resource.other-fields-help')}</p>
      <dl className={styles.others}>
        {fields.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Group>
  );
};
