import { Check, ChevronDown, X } from 'lucide-react';
import { useResourceTypes } from '#renderer/features/resources/use-resource-types.ts';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import type { SearchAnswer } from '#shared/contract/search.ts';
import { builtInResourceTypes } from '#shared/model/resource-types.ts';
import { filtersIn, toFilter, toggleFilter } from './filters.ts';
import styles from './Search.module.css';

type Choice = { readonly filter: string; readonly label: string; readonly count: number };

type FilterMenuProps = {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly query: string;
  readonly onToggle: (filter: string) => void;
};

const FilterMenu = ({ label, choices, query, onToggle }: FilterMenuProps) => {
  const t = useT();
  const active = filtersIn(query);
  if (choices.length === 0) return null;
  return (
    <Menu
      label={label}
      entries={choices.map(({ filter, label: name, count }) => ({
        id: filter,
        label: t('search.choice', { name, count }),
        icon: active.includes(filter) ? Check : undefined,
        run: () => onToggle(filter),
      }))}
    >
      <Button size="small" look="quiet">
        {label}
        <Icon of={ChevronDown} size={14} />
      </Button>
    </Menu>
  );
};

const languageName = (tag: string, locale: string): string =>
  new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' }).of(tag) ?? tag;

/** The filters in the query, each with a cross, and menus of those that what was found offers, with their numbers. */
export const SearchFilters = ({ facets }: { readonly facets: SearchAnswer['facets'] }) => {
  const t = useT();
  const { typeOf } = useResourceTypes();
  const { query, changeSearch } = useApp((state) => ({
    query: state.search.query,
    changeSearch: state.changeSearch,
  }));
  const toggle = (filter: string) => changeSearch({ query: toggleFilter(query, filter) });
  const isBuiltIn = (id: string) => builtInResourceTypes.some((type) => (type.id as string) === id);
  const types = (facets?.types ?? []).map(({ value, count }) => {
    const { name } = typeOf(value);
    return { filter: toFilter('type', isBuiltIn(value) ? value : name), label: name, count };
  });
  const topics = (facets?.topics ?? []).map(({ title, count }) => ({
    filter: toFilter('topic', title),
    label: title,
    count,
  }));
  const languages = (facets?.languages ?? []).map(({ value, count }) => ({
    filter: toFilter('language', value),
    label: languageName(value, document.documentElement.lang || 'en'),
    count,
  }));
  return (
    <div className={styles.filters} role="group" aria-label={t('search.filters')}>
      <FilterMenu label={t('search.by-type')} choices={types} query={query} onToggle={toggle} />
      <FilterMenu label={t('search.by-topic')} choices={topics} query={query} onToggle={toggle} />
      <FilterMenu label={t('search.by-language')} choices={languages} query={query} onToggle={toggle} />
      {filtersIn(query).map((filter) => (
        <Button
          key={filter}
          size="small"
          className={styles.chip}
          aria-label={t('search.remove-filter', { filter })}
          onPress={() => toggle(filter)}
        >
          {filter}
          <Icon of={X} size={14} />
        </Button>
      ))}
    </div>
  );
};
