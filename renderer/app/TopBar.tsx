import { CircleQuestionMark, Menu as MenuIcon, SunMoon } from 'lucide-react';
import { LookupIndicator } from '#renderer/features/capture/LookupIndicator.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { changeLabel } from '#renderer/i18n/change-label.ts';
import { cx } from '#renderer/ui/cx.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { ActionButton } from './actions/ActionButton.tsx';
import { menuEntries } from './actions/menu-entries.ts';
import { SaveIndicator } from './SaveIndicator.tsx';
import { useApp, useAppStore } from './store/use-app.ts';
import styles from './TopBar.module.css';
import { useIsNarrow } from './use-media.ts';
import { hasDetails } from './view.ts';

const HistoryButtons = ({ withRedo }: { readonly withRedo: boolean }) => {
  const t = useT();
  const { undo, redo } = useApp((state) => state.history);
  return (
    <>
      <ActionButton
        action="history.undo"
        {...(undo ? { label: t('history.undo-what', { change: changeLabel(t, undo.label) }) } : {})}
      />
      {withRedo ? (
        <ActionButton
          action="history.redo"
          {...(redo ? { label: t('history.redo-what', { change: changeLabel(t, redo.label) }) } : {})}
        />
      ) : null}
      {withRedo ? <ActionButton action="history.open" /> : null}
    </>
  );
};

/** A menu of registry actions. */
const ActionMenu = ({
  label,
  icon,
  ids,
}: {
  label: string;
  icon: typeof SunMoon;
  ids: readonly string[];
}) => {
  const t = useT();
  const store = useAppStore();
  return (
    <Menu label={label} entries={() => menuEntries(store, t, ids)}>
      <IconButton icon={icon} label={label} />
    </Menu>
  );
};

const themes = ['theme.system', 'theme.light', 'theme.dark'];
const help = ['help.guide', 'app.shortcuts', 'help.tour'];
const more = [
  'history.redo',
  'history.open',
  '-',
  'view.preview',
  'import.files',
  'app.palette',
  '-',
  ...help,
  '-',
  ...themes,
];

/** Library, history, the truth about saving, and what leads out of the board. */
export const TopBar = () => {
  const t = useT();
  const isNarrow = useIsNarrow();
  const { title, view, settings, showsDetails } = useApp((state) => ({
    showsDetails: hasDetails(state),
    title: state.session?.library.title ?? '',
    view: state.view,
    settings: state.settings,
  }));
  return (
    <header className={styles.bar} data-top-bar>
      <div className={cx(styles.group, styles.grow)}>
        <ActionButton
          action="view.toggle-navigator"
          {...(isNarrow ? {} : { isPressed: settings.navigatorOpen })}
        />
        <span className={styles.title}>{title}</span>
      </div>
      <div className={styles.group}>
        <LookupIndicator />
        <SaveIndicator />
        <HistoryButtons withRedo={!isNarrow} />
      </div>
      <div className={styles.group}>
        {isNarrow ? (
          <ActionMenu label={t('app.more')} icon={MenuIcon} ids={more} />
        ) : (
          <>
            <ActionButton action="import.files" />
            <ActionButton action="app.palette" />
            <ActionMenu label={t('theme.choose')} icon={SunMoon} ids={themes} />
            <ActionMenu label={t('help.menu')} icon={CircleQuestionMark} ids={help} />
            <ActionButton action="view.preview" look="normal" isPressed={view === 'preview'} />
          </>
        )}
        <ActionButton action="export.publish" look={isNarrow ? 'icon' : 'primary'} />
        <ActionButton
          action="view.toggle-inspector"
          {...(isNarrow ? {} : { isPressed: settings.inspectorOpen && showsDetails })}
        />
      </div>
    </header>
  );
};
