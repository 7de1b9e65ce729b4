import type { OutputOf } from '#shared/contract/contract.ts';
import type { ResourcePatch } from '#shared/contract/resources.ts';
import type { ResourceId } from '#shared/model/ids.ts';
import type { Resource } from '#shared/model/resource.ts';

/** Resources that may be one, whole. */
export type DuplicateGroup = OutputOf<'duplicates.find'>['items'][number];
/** Resources to be compared side by side, whatever speaks for it. */
export type Compared = Pick<DuplicateGroup, 'resourceIds' | 'resources'>;
export type Candidate = DuplicateGroup['resources'][number];

/** Fields of which one value stays. `quotedFrom` goes with the summary, whose source it is. */
export const singleFields = [
  'title',
  'url',
  'typeId',
  'summary',
  'creators',
  'publisher',
  'publishedOn',
  'addedOn',
  'modifiedOn',
  'checkedOn',
  'language',
  'audience',
  'accessNote',
  'rights',
  'imageId',
] as const satisfies readonly (keyof Resource)[];
export type SingleField = (typeof singleFields)[number];

/** Fields of which everything stays. */
export const joinedFields = [
  'subjects',
  'identifiers',
  'note',
] as const satisfies readonly (keyof Resource)[];
export type JoinedField = (typeof joinedFields)[number];

type Field = SingleField | JoinedField;

const isBlank = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Whether anybody has something in this field. */
export const isFilled = (candidates: readonly Candidate[], field: Field): boolean =>
  candidates.some(({ resource }) => !isBlank(resource[field]));

/** A field as it is compared: a quoted summary is another one than the same words without a source. */
const comparable = ({ resource }: Candidate, field: Field): string =>
  JSON.stringify(field === 'summary' ? [resource.summary, resource.quotedFrom] : resource[field]);

/** Whether the candidates disagree on a field. */
export const differs = (candidates: readonly Candidate[], field: Field): boolean =>
  new Set(candidates.map((candidate) => comparable(candidate, field))).size > 1;

/** Whose value each field takes, as far as it was chosen. */
export type Choices = Readonly<Partial<Record<SingleField, ResourceId>>>;

/** Whose value a field takes: the chosen one's, else that of the one that is kept, else of the first that has one. */
export const sourceOf = (
  { resources }: Compared,
  field: SingleField,
  { keepId, choices }: { readonly keepId: ResourceId; readonly choices: Choices },
): ResourceId => {
  const chosen = choices[field];
  if (chosen !== undefined) return chosen;
  const kept = resources.find(({ resource }) => resource.id === keepId);
  if (kept && !isBlank(kept.resource[field])) return keepId;
  return resources.find(({ resource }) => !isBlank(resource[field]))?.resource.id ?? keepId;
};

/** What the kept one becomes: every field that differs, as chosen. */
export const toMergePatch = (
  group: Compared,
  decided: { readonly keepId: ResourceId; readonly choices: Choices },
): ResourcePatch =>
  Object.assign(
    {},
    ...singleFields
      .filter((field) => differs(group.resources, field))
      .map((field) => {
        const id = sourceOf(group, field, decided);
        const from = group.resources.find(({ resource }) => resource.id === id)?.resource;
        if (!from) return {};
        return { [field]: from[field], ...(field === 'summary' ? { quotedFrom: from.quotedFrom } : {}) };
      }),
  ) as ResourcePatch;

/** Topics that a candidate stands in, each once. */
export const topicsOf = ({ placements }: Candidate): Candidate['placements'] => [
  ...new Map(placements.map((placement) => [placement.topicId, placement])).values(),
];
