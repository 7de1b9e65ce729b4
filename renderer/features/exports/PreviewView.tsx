import { Monitor, Pencil, Printer, Smartphone, Tablet } from 'lucide-react';
import { useRef, useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { previewAddress } from '#renderer/api/addresses.ts';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { cx } from '#renderer/ui/cx.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import styles from './PreviewView.module.css';

const screens = [
  { id: 'phone', icon: Smartphone, className: styles.phone },
  { id: 'tablet', icon: Tablet, className: styles.tablet },
  { id: 'desktop', icon: Monitor, className: styles.desktop },
] as const;
type Screen = (typeof screens)[number]['id'];

/** The open topic's page exactly as the exporter writes it, at the width of a phone, a tablet or a desktop. */
export const PreviewView = () => {
  const t = useT();
  const { topicId, title, seq, showView } = useApp((state) => ({
    topicId: state.topicId,
    title: state.board?.topic.title ?? '',
    seq: state.history.seq,
    showView: state.showView,
  }));
  const [screen, setScreen] = useState<Screen>('desktop');
  const frame = useRef<HTMLIFrameElement>(null);
  if (!topicId) return null;
  return (
    <div className={styles.view}>
      <div className={styles.bar}>
        <h1 className={styles.title}>{t('preview.title', { title })}</h1>
        <ToggleButtonGroup
          aria-label={t('preview.width')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[screen]}
          onSelectionChange={([key]) => setScreen(key as Screen)}
          className={cx(styles.screens)}
        >
          {screens.map(({ id, icon }) => (
            <ToggleButton key={id} id={id} className={cx(styles.screen)}>
              <Icon of={icon} />
              {t(`preview.${id}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <div className={styles.actions}>
          <Button look="quiet" onPress={() => frame.current?.contentWindow?.print()}>
            <Icon of={Printer} />
            {t('preview.print')}
          </Button>
          <Button onPress={() => showView('board')}>
            <Icon of={Pencil} />
            {t('preview.edit')}
          </Button>
        </div>
      </div>
      <div className={styles.stage}>
        <iframe
          // A change anywhere may show on the page; a new key fetches it anew.
          key={`${topicId} ${seq}`}
          ref={frame}
          src={previewAddress(topicId)}
          title={t('preview.frame', { title })}
          className={cx(styles.frame, screens.find(({ id }) => id === screen)?.className)}
        />
      </div>
    </div>
  );
};
