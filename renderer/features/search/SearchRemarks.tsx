import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { cx } from '#renderer/ui/cx.ts';
import type { SearchAnswer } from '#shared/contract/search.ts';
import { replaceWord } from './filters.ts';
import styles from './Search.module.css';

/** What was looked for instead of a word that nothing has, and what of the query was left out. */
export const SearchRemarks = ({ answer }: { readonly answer: SearchAnswer }) => {
  const t = useT();
  const { query, changeSearch } = useApp((state) => ({
    query: state.search.query,
    changeSearch: state.changeSearch,
  }));
  return (
    <>
      {answer.closest.map(({ word, instead, nothingAsTyped }) => (
        <p key={word} className={cx(styles.remarks, !nothingAsTyped && styles.quiet)}>
          <span>{t(nothingAsTyped ? 'search.closest' : 'search.closest-too', { word })}</span>
          {instead.map((other) => (
            <Button
              key={other}
              size="small"
              onPress={() => changeSearch({ query: replaceWord(query, word, other) })}
            >
              {other}
            </Button>
          ))}
        </p>
      ))}
      {answer.problems.map(({ kind, text }) => (
        <p key={text} className={styles.remarks}>
          {t(`search.problem.${kind}`, { text })}
        </p>
      ))}
    </>
  );
};
