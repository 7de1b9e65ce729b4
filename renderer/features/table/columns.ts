import type { MessageKey } from '#renderer/i18n/i18n.ts';
import { orNull, toList } from '#renderer/features/resources/field-checks.ts';
import type { ResourcePatch } from '#shared/contract/resources.ts';
import type { FoundResource } from '#shared/contract/search.ts';
import type { TableColumn } from '#shared/contract/settings.ts';
import { toWebAddress } from '#shared/domain/web-address.ts';
import type { ResourceTypeId } from '#shared/model/ids.ts';
import type { ResourceSort } from '#shared/model/smart-list.ts';

/** What a column shows, how wide it is, what it sorts by, and what a text written into it means. */
export type Column = {
  readonly id: TableColumn;
  readonly nameKey: MessageKey;
  /** In rem. */
  readonly width: number;
  readonly sort: ResourceSort | null;
  readonly kind: 'text' | 'date' | 'address' | 'language' | 'title' | 'type' | 'fixed';
  readonly textOf: (item: FoundResource) => string;
  readonly patchOf: (text: string) => ResourcePatch;
};

const none = (): ResourcePatch => ({});
const date = (id: 'publishedOn' | 'addedOn' | 'modifiedOn' | 'checkedOn', sort: ResourceSort): Column => ({
  id,
  nameKey: `date.${id.slice(0, -2) as 'published' | 'added' | 'modified' | 'checked'}`,
  width: 9,
  sort,
  kind: 'date',
  textOf: (item) => item[id] ?? '',
  patchOf: (text) => ({ [id]: orNull(text) }),
});

/** Every column there is, in the order in which they are offered. */
export const allColumns: readonly Column[] = [
  {
    id: 'title',
    nameKey: 'resource.title',
    width: 24,
    sort: 'title',
    kind: 'title',
    textOf: ({ title }) => title,
    patchOf: (title) => ({ title }),
  },
  {
    id: 'typeId',
    nameKey: 'resource.type',
    width: 9,
    sort: 'type',
    kind: 'type',
    textOf: ({ typeId }) => typeId,
    patchOf: (id) => ({ typeId: id as ResourceTypeId }),
  },
  {
    id: 'publisher',
    nameKey: 'resource.publisher',
    width: 12,
    sort: 'publisher',
    kind: 'text',
    textOf: ({ publisher }) => publisher ?? '',
    patchOf: (text) => ({ publisher: orNull(text) }),
  },
  date('publishedOn', 'published'),
  date('modifiedOn', 'modified'),
  date('addedOn', 'added'),
  date('checkedOn', 'checked'),
  {
    id: 'subjects',
    nameKey: 'resource.subjects',
    width: 14,
    sort: null,
    kind: 'text',
    textOf: ({ subjects }) => subjects.join('; '),
    patchOf: (text) => ({ subjects: toList(text) }),
  },
  {
    id: 'creators',
    nameKey: 'resource.creators',
    width: 14,
    sort: null,
    kind: 'text',
    textOf: ({ creators }) => creators.join('; '),
    patchOf: (text) => ({ creators: toList(text) }),
  },
  {
    id: 'language',
    nameKey: 'resource.language',
    width: 7,
    sort: null,
    kind: 'language',
    textOf: ({ language }) => language ?? '',
    patchOf: (text) => ({ language: orNull(text) }),
  },
  {
    id: 'url',
    nameKey: 'resource.url',
    width: 18,
    sort: null,
    kind: 'address',
    textOf: ({ url }) => url ?? '',
    patchOf: (text) => ({ url: text === '' ? null : toWebAddress(text) }),
  },
  {
    id: 'topics',
    nameKey: 'topic.tree',
    width: 16,
    sort: null,
    kind: 'fixed',
    textOf: ({ topics }) => topics.map(({ title }) => title).join('; '),
    patchOf: none,
  },
];
