import { useLocale } from 'react-aria-components';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useQuery } from '#renderer/app/store/use-query.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Group } from '#renderer/ui/Group.tsx';
import styles from './Duplicates.module.css';

/** What was said not to be the same, and a way to have it compared again. Nothing while nothing was. */
export const ToldApart = () => {
  const t = useT();
  const { locale } = useLocale();
  const { mutate, notifyUndoable } = useApp((state) => ({
    mutate: state.mutate,
    notifyUndoable: state.notifyUndoable,
  }));
  const { data } = useQuery('duplicates.apart', {}, ['distinctions', 'resources']);
  if (data === null || data.length === 0) return null;
  const compareAgain = async (distinctionId: (typeof data)[number]['distinctionId']) => {
    // The line goes with its button: the focus goes to the heading of the view.
    document.querySelector<HTMLElement>('[data-view-title]')?.focus();
    const outcome = await mutate('duplicates.compareAgain', { distinctionId });
    if (outcome.ok) notifyUndoable({ key: 'duplicates.compared-again' });
  };
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  return (
    <Group level={2} title={t('duplicates.apart')} hint={t('duplicates.apart-count', { count: data.length })}>
      <ul className={styles.apart} aria-label={t('duplicates.apart')}>
        {data.map(({ distinctionId, titles, by, at }) => (
          <li key={distinctionId} className={styles.apartLine}>
            <span className={styles.groupWords}>
              <span className={styles.groupTitle}>{titles[0]}</span>
              <span className={styles.facts}>
                {t('duplicates.apart-facts', { count: titles.length, by, date: dates.format(new Date(at)) })}
              </span>
            </span>
            <Button
              size="small"
              aria-label={t('duplicates.compare-again-what', { title: titles[0] ?? '' })}
              onPress={() => void compareAgain(distinctionId)}
            >
              {t('duplicates.compare-again')}
            </Button>
          </li>
        ))}
      </ul>
    </Group>
  );
};
