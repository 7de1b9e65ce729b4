import { Monitor, Pencil, Printer, Smartphone, Tablet } from 'lucide-react';
import { useRef, useState } from 'react';
import { previewAddress } from '#renderer/api/addresses.ts';
import { isNarrow } from '#renderer/app/use-media.ts';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { Segments } from '#renderer/ui/Segments.tsx';
import styles from './PreviewView.module.css';
import { useStageSize } from './use-stage-size.ts';

/** Widths in CSS pixels. A desktop is wider where there is room. */
const screens = [
  { id: 'phone', icon: Smartphone, width: 390 },
  { id: 'tablet', icon: Tablet, width: 820 },
  { id: 'desktop', icon: Monitor, width: 1280 },
] as const;
type Screen = (typeof screens)[number]['id'];

/** The frame's size and scale: as wide as the device, made smaller as a whole where the pane is narrower than that. */
const useFrame = (screen: Screen) => {
  const stage = useRef<HTMLDivElement>(null);
  const { width, height } = useStageSize(stage);
  const device = screens.find(({ id }) => id === screen)?.width ?? 0;
  const frameWidth = screen === 'desktop' ? Math.max(device, width) : device;
  const scale = width === 0 ? 1 : Math.min(1, width / frameWidth);
  return {
    stage,
    box: { inlineSize: `${frameWidth * scale}px` },
    frame: { inlineSize: `${frameWidth}px`, blockSize: `${height / scale}px`, scale: String(scale) },
  };
};

/** The open topic's page exactly as the exporter writes it, at the width of a phone, a tablet or a desktop. */
export const PreviewView = () => {
  const t = useT();
  const { topicId, title, seq, showView } = useApp((state) => ({
    topicId: state.topicId,
    title: state.board?.topic.title ?? '',
    seq: state.history.seq,
    showView: state.showView,
  }));
  const [screen, setScreen] = useState<Screen>(() => (isNarrow() ? 'phone' : 'desktop'));
  const page = useRef<HTMLIFrameElement>(null);
  const { stage, box, frame } = useFrame(screen);
  if (!topicId) return null;
  return (
    <div className={styles.view}>
      <div className={styles.bar}>
        <h1 className={styles.title}>{t('preview.title', { title })}</h1>
        <Segments
          label={t('preview.width')}
          segments={screens.map(({ id, icon }) => ({ id, icon, label: t(`preview.${id}`) }))}
          value={screen}
          onChange={setScreen}
        />
        <div className={styles.actions}>
          <Button look="quiet" onPress={() => page.current?.contentWindow?.print()}>
            <Icon of={Printer} />
            {t('preview.print')}
          </Button>
          <Button onPress={() => showView('board')}>
            <Icon of={Pencil} />
            {t('preview.edit')}
          </Button>
        </div>
      </div>
      <div className={styles.desk}>
        <div ref={stage} className={styles.stage}>
          <div className={styles.device} style={box}>
            <iframe
              // A change anywhere may show on the page; a new key fetches it anew.
              key={`${topicId} ${seq}`}
              ref={page}
              // As its own policy says, see the preview's route: no scripts; printing counts as a modal.
              sandbox="allow-same-origin allow-modals allow-popups allow-popups-to-escape-sandbox"
              src={previewAddress(topicId)}
              title={t('preview.frame', { title })}
              className={styles.frame}
              style={frame}
            />
          </div>
        </div>
      </div>
    </div>
  );
};
