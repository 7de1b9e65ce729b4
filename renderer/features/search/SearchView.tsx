import { ArrowDownUp, List, Table } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { ActionButton } from '#renderer/app/actions/ActionButton.tsx';
import { useApp, useAppStore } from '#renderer/app/store/use-app.ts';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { SelectionBar } from '#renderer/features/bulk/SelectionBar.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Segments } from '#renderer/ui/Segments.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { ViewFrame } from '#renderer/ui/ViewFrame.tsx';
import { resourceSortSchema, type ResourceSort } from '#shared/model/smart-list.ts';
import { ResultTable } from '#renderer/features/table/ResultTable.tsx';
import { ResultList } from './ResultList.tsx';
import styles from './Search.module.css';
import { SearchFilters } from './SearchFilters.tsx';
import { SearchHelp } from './SearchHelp.tsx';
import { SearchRemarks } from './SearchRemarks.tsx';
import { useChoiceInStep } from './use-choice-in-step.ts';
import { useFacets } from './use-facets.ts';
import { useFound, type AskedSearch, type Found } from './use-found.ts';
import { useListTitle } from './use-lists.ts';

/** Typing is over when nothing was typed for so long, in milliseconds: then the number of results is spoken. */
const quiet = 700;

/** Speaks the number of results when typing is over, but never over what was said meanwhile, of a choice for instance. */
const useSpokenCount = (total: number | null, query: string) => {
  const store = useAppStore();
  useEffect(() => {
    if (total === null) return undefined;
    const before = store.getState().announcement?.id;
    const timer = setTimeout(() => {
      const { announcement, announce } = store.getState();
      if (announcement?.id === before) announce('search.found', { count: total });
    }, quiet);
    return () => clearTimeout(timer);
  }, [store, total, query]);
};

/** Dates are wanted newest first, words from A on. */
const downwards = (sort: ResourceSort): boolean =>
  sort !== 'relevance' && sort !== 'title' && sort !== 'type' && sort !== 'publisher';

const SortTools = ({ asked }: { readonly asked: AskedSearch }) => {
  const t = useT();
  const changeSearch = useApp((state) => state.changeSearch);
  return (
    <div className={styles.sort}>
      <Select
        label={t('search.sort')}
        hideLabel
        className={styles.sortChoice}
        choices={resourceSortSchema.options.map((id) => ({ id, label: t(`search.sort-by.${id}`) }))}
        value={asked.sort}
        onChange={(sort) => changeSearch({ sort, descending: downwards(sort) })}
      />
      <IconButton
        icon={ArrowDownUp}
        label={t(asked.descending ? 'search.ascending' : 'search.descending')}
        isDisabled={asked.sort === 'relevance'}
        onPress={() => changeSearch({ descending: !asked.descending })}
      />
    </div>
  );
};

const Nothing = ({ query }: { readonly query: string }) => {
  const t = useT();
  const changeSearch = useApp((state) => state.changeSearch);
  if (query.trim() === '')
    return (
      <EmptyState title={t('search.empty')} text={t('search.empty-text')}>
        <ActionButton action="import.files" look="normal" />
      </EmptyState>
    );
  return (
    <EmptyState title={t('search.nothing')} text={t('search.nothing-text')}>
      <Button onPress={() => changeSearch({ query: '' })}>{t('search.show-all')}</Button>
    </EmptyState>
  );
};

const useLead = ({ answer, error }: Found): string => {
  const t = useT();
  if (error !== null) return errorMessage(t, error);
  return answer === null ? t('search.preparing') : t('search.found', { count: answer.total });
};

type ResultsProps = { readonly asked: AskedSearch; readonly found: Found; readonly isTable: boolean };

/** What was found, what was looked for instead, or what to do where there is nothing. */
const Results = ({ asked, found, isTable }: ResultsProps) => {
  const { answer } = found;
  const facets = useFacets(asked.query);
  const Shown = isTable ? ResultTable : ResultList;
  const isEmpty = answer?.total === 0;
  return (
    <>
      <div className={styles.tools}>
        <SearchFilters facets={facets} />
        <SortTools asked={asked} />
      </div>
      {answer ? <SearchRemarks answer={answer} /> : null}
      {isEmpty ? <Nothing query={asked.query} /> : null}
      {answer && !isEmpty ? <Shown asked={asked} found={found} total={answer.total} /> : null}
      <SearchHelp isOpen={isEmpty && asked.query.trim() !== ''} />
    </>
  );
};

/** The middle pane while something is looked for. */
export const SearchView = () => {
  const t = useT();
  const { search, changeSearch } = useApp((state) => ({
    search: state.search,
    changeSearch: state.changeSearch,
  }));
  const { query, sort, descending } = search;
  const asked = useMemo(() => ({ query, sort, descending }), [query, sort, descending]);
  const found = useFound(asked);
  const { answer } = found;
  const title = useListTitle(search.listId);
  useChoiceInStep(asked, found.isStale ? null : (answer?.total ?? null), found.asOf);
  useSpokenCount(found.isStale ? null : (answer?.total ?? null), query);
  const heading = title ?? t(query.trim() === '' ? 'search.all' : 'search.title');
  const lead = useLead(found);
  return (
    <ViewFrame
      title={heading}
      lead={lead}
      isWide={search.as === 'table'}
      actions={
        <>
          <ActionButton action="search.save" look="normal" />
          <Segments
            label={t('search.as')}
            value={search.as}
            onChange={(as) => changeSearch({ as })}
            segments={[
              { id: 'list', label: t('search.as-list'), icon: List },
              { id: 'table', label: t('search.as-table'), icon: Table },
            ]}
          />
        </>
      }
    >
      <Results asked={asked} found={found} isTable={search.as === 'table'} />
      <SelectionBar />
    </ViewFrame>
  );
};
