import { useT } from '#renderer/i18n/use-t.ts';
import styles from './Search.module.css';

const examples = [
  ['opioid toolk', 'search.help.words'],
  ['"public library"', 'search.help.phrase'],
  ['grant -rural', 'search.help.without'],
  ['type:webinar license:nd', 'search.help.filter'],
  ['publisher:"Gates Foundation"', 'search.help.field'],
  ['modified:<2019 added:30d', 'search.help.date'],
  ['is:unplaced no:summary', 'search.help.state'],
] as const;

/** What can be typed into the search box, by example. */
export const SearchHelp = ({ isOpen }: { readonly isOpen: boolean }) => {
  const t = useT();
  return (
    <details className={styles.help} open={isOpen}>
      <summary>{t('search.help.title')}</summary>
      <dl>
        {examples.map(([example, key]) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt>
              <code>{example}</code>
            </dt>
            <dd>{t(key)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
};
