import { findAction } from '#renderer/app/actions/registry.ts';
import { useApp } from '#renderer/app/store/use-app.ts';
import type { View } from '#renderer/app/view.ts';
import { useDuplicateCount } from '#renderer/features/duplicates/use-duplicate-count.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Count } from '#renderer/ui/Count.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import styles from './Navigator.module.css';

type PlaceProps = { readonly view: View; readonly count: number | undefined };

/** The way to a view: its name and drawing are those of the action that opens it. */
const Place = ({ view, count }: PlaceProps) => {
  const t = useT();
  const action = findAction(`view.${view}`);
  const { current, showView } = useApp((state) => ({ current: state.view, showView: state.showView }));
  if (!action) return null;
  return (
    <Button
      look="quiet"
      className={styles.place}
      {...(current === view ? { 'aria-current': 'page' as const } : {})}
      onClick={({ detail }) => {
        // Pressed again, it leads back to the board; the second click of a double click is no second press.
        if (detail < 2) showView(current === view ? 'board' : view);
      }}
    >
      {action.icon ? <Icon of={action.icon} /> : null}
      <span className={styles.placeLabel}>{t(action.labelKey)}</span>
      {count === undefined ? null : (
        <span className={styles.placeCount}>
          <Count of={count} />
        </span>
      )}
    </Button>
  );
};

/** What belongs to the whole library, in the order of the pane. */
const places = ['pictures', 'rights', 'duplicates', 'trash', 'settings'] as const satisfies readonly View[];

/** The ways to what belongs to the whole library, side by side so that the topics keep the height. */
export const NavigatorFooter = () => {
  const counts = useApp((state) => state.session?.counts);
  const duplicates = useDuplicateCount();
  const countOf: Partial<Record<View, number | undefined>> = {
    pictures: counts?.images,
    duplicates: duplicates || undefined,
    trash: counts?.trash,
  };
  return (
    <div className={styles.footer}>
      {places.map((view) => (
        <Place key={view} view={view} count={countOf[view]} />
      ))}
    </div>
  );
};
