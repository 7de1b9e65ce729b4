import { useCallback } from 'react';
import { useLocale } from 'react-aria-components';
import { useResourceTypes, type ShownType } from '#renderer/features/resources/use-resource-types.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { FoundResource } from '#shared/contract/search.ts';
import { dateNameKeys, formatHonestDate, shownDate } from '#shared/domain/honest-date.ts';

/** What is said of a result beside its title. */
export type ResultWords = {
  readonly type: ShownType;
  readonly date: string | null;
  /** The topics it stands in. */
  readonly topics: string;
  /** What a screen reader calls the row. */
  readonly name: string;
};

/** Words results in the reader's language. */
export const useResultWords = (): ((item: FoundResource) => ResultWords) => {
  const t = useT();
  const { locale } = useLocale();
  const { typeOf } = useResourceTypes();
  return useCallback(
    (item) => {
      const type = typeOf(item.typeId);
      const shown = shownDate(item, 'added');
      const date = shown
        ? `${t('page.date-name', { name: t(dateNameKeys[shown.field]) })} ${formatHonestDate(shown.date, locale)}`
        : null;
      const topics =
        item.topics.length === 0
          ? t('resource.in-no-topic')
          : t('search.in-topics', { topics: item.topics.map(({ title }) => title).join(', ') });
      return { type, date, topics, name: [item.title, type.name, date, topics].filter(Boolean).join(', ') };
    },
    [t, locale, typeOf],
  );
};
