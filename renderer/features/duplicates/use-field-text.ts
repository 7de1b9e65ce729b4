import { useLocale } from 'react-aria-components';
import { useTypeChoices } from '#renderer/features/resources/use-type-choices.ts';
import type { MessageKey } from '#renderer/i18n/i18n.ts';
import { dateNameKeys, formatHonestDate, type DateField } from '#shared/domain/honest-date.ts';
import type { Resource } from '#shared/model/resource.ts';
import type { Candidate, JoinedField, SingleField } from './candidate-fields.ts';

/** What the fields are called. */
export const fieldNames: Readonly<Record<SingleField | JoinedField, MessageKey>> = {
  title: 'resource.title',
  url: 'resource.url',
  typeId: 'resource.type',
  summary: 'resource.summary',
  creators: 'resource.creators',
  publisher: 'resource.publisher',
  publishedOn: 'date.published',
  addedOn: 'date.added',
  modifiedOn: 'date.modified',
  checkedOn: 'date.checked',
  language: 'resource.language',
  audience: 'resource.audience',
  accessNote: 'resource.access',
  rights: 'resource.rights',
  imageId: 'duplicates.picture',
  subjects: 'resource.subjects',
  identifiers: 'resource.identifiers',
  note: 'resource.note',
};

const identifiersText = ({ identifiers }: Resource): string =>
  identifiers
    .map(({ scheme, value }) => (scheme === 'other' ? value : `${scheme.toUpperCase()} ${value}`))
    .join('; ');

const summaryText = ({ summary, quotedFrom }: Resource): string =>
  quotedFrom ? `“${summary}” (${quotedFrom.source})` : summary;

const pictureText = (image: Candidate['image']): string =>
  image ? image.credit.title || image.fileName : '';

const isDateField = (field: SingleField | JoinedField): field is DateField => field in dateNameKeys;

const dateText = (date: Resource[DateField], locale: string): string =>
  date === null ? '' : formatHonestDate(date, locale);

/** Words a field's value; an empty text for nothing. */
export const useFieldText = (): ((candidate: Candidate, field: SingleField | JoinedField) => string) => {
  const types = useTypeChoices();
  const { locale } = useLocale();
  return ({ resource, image }, field) => {
    if (isDateField(field)) return dateText(resource[field], locale);
    switch (field) {
      case 'typeId':
        return types.find(({ id }) => id === resource.typeId)?.name ?? resource.typeId;
      case 'imageId':
        return pictureText(image);
      case 'creators':
      case 'subjects':
        return resource[field].join('; ');
      case 'identifiers':
        return identifiersText(resource);
      case 'summary':
        return summaryText(resource);
      default:
        return resource[field] ?? '';
    }
  };
};
