import { X } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useT } from '#renderer/i18n/use-t.ts';
import { cx } from '#renderer/ui/cx.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Splitter } from '#renderer/ui/Splitter.tsx';
import styles from './App.module.css';
import { useApp, useAppStore } from './store/use-app.ts';
import { useIsNarrow } from './use-media.ts';
import { hasDetails } from './view.ts';

type PaneProps = { readonly side: 'navigator' | 'inspector'; readonly children: ReactNode };

const limits = { navigator: { min: 180, max: 600 }, inspector: { min: 240, max: 800 } };

const Drawer = ({ side, children }: PaneProps) => {
  const t = useT();
  const { isOpen, openDrawer } = useApp((state) => ({
    isOpen: state.drawer === side,
    openDrawer: state.openDrawer,
  }));
  const close = () => openDrawer(null);
  return (
    <ModalOverlay isOpen={isOpen} isDismissable onOpenChange={close} className={cx(styles.scrim)}>
      <Modal className={cx(styles.drawer, side === 'inspector' && styles.end)}>
        <Dialog aria-label={t(`pane.${side}`)} data-drawer className={cx(styles.drawerDialog)}>
          <IconButton icon={X} label={t('dialog.close')} onPress={close} className={styles.drawerClose} />
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
};

const Docked = ({ side, children }: PaneProps) => {
  const t = useT();
  const { width, isOpen, changeSettings } = useApp(({ settings, changeSettings, ...state }) => ({
    width: settings[`${side}Width`],
    isOpen: settings[`${side}Open`] && (side === 'navigator' || hasDetails(state)),
    changeSettings,
  }));
  const [dragged, setDragged] = useState<number | null>(null);
  if (!isOpen) return null;
  const current = dragged ?? width;
  const Tag = side === 'navigator' ? 'nav' : 'aside';
  const splitter = (
    <Splitter
      label={t(`pane.resize-${side}`)}
      controls={`pane-${side}`}
      value={current}
      {...limits[side]}
      pane={side === 'navigator' ? 'before' : 'after'}
      onChange={setDragged}
      onSettle={(value) => {
        setDragged(null);
        void changeSettings({ [`${side}Width`]: value });
      }}
    />
  );
  return (
    <Tag
      id={`pane-${side}`}
      aria-label={t(`pane.${side}`)}
      className={cx(styles.side, side === 'inspector' && styles.sideEnd)}
      style={{ inlineSize: `${current / 16}rem` }}
    >
      <div className={styles.sideContent}>{children}</div>
      {splitter}
    </Tag>
  );
};

/** A side pane: beside the board, resized and folded, or a drawer where the window is narrow. */
export const Pane = (props: PaneProps) => {
  const isNarrow = useIsNarrow();
  const store = useAppStore();
  const isNavigator = props.side === 'navigator';
  useEffect(() => {
    // A topic that is being made is not put out of sight: its field goes on in the drawer.
    const { newTopic, openDrawer } = store.getState();
    if (isNarrow && isNavigator && newTopic) openDrawer('navigator');
  }, [isNarrow, isNavigator, store]);
  return isNarrow ? <Drawer {...props} /> : <Docked {...props} />;
};
