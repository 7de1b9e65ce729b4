import { useMemo } from 'react';
import { useLocale } from 'react-aria-components';
import { useResourceTypes, type ShownType } from '#renderer/features/resources/use-resource-types.ts';
import type { Translate } from '#renderer/i18n/i18n.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { Entry } from '#shared/contract/views.ts';
import { dateNameKeys, formatHonestDate, shownDate } from '#shared/domain/honest-date.ts';
import type { LiveSort } from '#shared/model/topic.ts';

/** An entry in words. */
export type EntryWords = {
  /** Everything there is to say of it, for screen readers: title, type, date. */
  readonly name: string;
  readonly type: ShownType;
  readonly date: string | null;
  /** That it stands in other topics, too. */
  readonly shared: string | null;
};

type Says = {
  readonly t: Translate;
  readonly locale: string;
  readonly typeOf: (id: string) => ShownType;
  readonly sortBy: LiveSort | null;
};

const toWords = (entry: Entry, { t, locale, typeOf, sortBy }: Says): EntryWords => {
  const type = typeOf(entry.typeId);
  const shown = shownDate(entry, sortBy);
  const date = shown
    ? `${t('page.date-name', { name: t(dateNameKeys[shown.field]) })} ${formatHonestDate(shown.date, locale)}`
    : null;
  const shared = entry.topicCount > 1 ? t('entry.topics', { count: entry.topicCount }) : null;
  return { name: [entry.title, type.name, date].filter(Boolean).join(', '), type, date, shared };
};

/** Each entry is worded once: formatting dates is dear, and rows are drawn anew whenever a long list is scrolled. */
const createWords = (says: Says): ((entry: Entry) => EntryWords) => {
  const known = new WeakMap<Entry, EntryWords>();
  return (entry) => {
    const words = known.get(entry) ?? toWords(entry, says);
    known.set(entry, words);
    return words;
  };
};

/** What words entries for a section that sorts by this date, or by none. */
export const useEntryWords = (sortBy: LiveSort | null): ((entry: Entry) => EntryWords) => {
  const t = useT();
  const { locale } = useLocale();
  const { typeOf } = useResourceTypes();
  return useMemo(() => createWords({ t, locale, typeOf, sortBy }), [t, locale, typeOf, sortBy]);
};
