import { Images, Scale, Settings, Trash2 } from 'lucide-react';
import { useApp } from '#renderer/app/store/use-app.ts';
import type { View } from '#renderer/app/view.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Icon, type IconDrawing } from '#renderer/ui/Icon.tsx';
import styles from './Navigator.module.css';

type PlaceProps = {
  readonly view: View;
  readonly icon: IconDrawing;
  readonly label: string;
  readonly count?: number;
};

const Place = ({ view, icon, label, count }: PlaceProps) => {
  const { current, showView } = useApp((state) => ({ current: state.view, showView: state.showView }));
  return (
    <Button
      look="quiet"
      className={styles.place}
      {...(current === view ? { 'aria-current': 'page' as const } : {})}
      onPress={() => showView(current === view ? 'board' : view)}
    >
      <Icon of={icon} />
      <span className={styles.placeLabel}>{label}</span>
      {count === undefined ? null : <span className={styles.placeCount}>{count}</span>}
    </Button>
  );
};

/** What belongs to the whole library. */
export const NavigatorFooter = () => {
  const t = useT();
  const counts = useApp((state) => state.session?.counts);
  return (
    <div className={styles.footer}>
      <Place view="pictures" icon={Images} label={t('view.pictures')} count={counts?.images ?? 0} />
      <Place view="rights" icon={Scale} label={t('view.rights')} />
      <Place view="trash" icon={Trash2} label={t('view.trash')} count={counts?.trash ?? 0} />
      <Place view="settings" icon={Settings} label={t('view.settings')} />
    </div>
  );
};
