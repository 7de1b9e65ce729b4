import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { imageAddress } from '#renderer/api/addresses.ts';
import { useApp } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import type { TopicId } from '#shared/model/ids.ts';
import type { Image } from '#shared/model/image.ts';
import type { FocalPoint } from '#shared/model/topic.ts';
import styles from './Hero.module.css';

type FocalPointEditorProps = {
  readonly topicId: TopicId;
  readonly image: Image;
  readonly value: FocalPoint | null;
  readonly onDone: () => void;
};

const clamp = (share: number) => Math.min(1, Math.max(0, share));
const percent = (share: number) => Math.round(share * 100);
const steps: Record<string, readonly [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Chooses where the eye should rest: a click, or arrow keys (with Shift in large steps) and Enter. Escape changes nothing. */
export const FocalPointEditor = ({ topicId, image, value, onDone }: FocalPointEditorProps) => {
  const t = useT();
  const { mutate, announce } = useApp(({ mutate, announce }) => ({ mutate, announce }));
  const [point, setPoint] = useState<FocalPoint>(value ?? { x: 0.5, y: 0.5 });
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  const words = { x: percent(point.x), y: percent(point.y) };

  const leave = () => {
    onDone();
    requestAnimationFrame(() => document.querySelector('[data-hero] img')?.closest('button')?.focus());
  };
  const keep = async (focalPoint: FocalPoint) => {
    await mutate('topics.update', { topicId, patch: { hero: { imageId: image.id, focalPoint } } });
    announce('hero.cropped');
    leave();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return leave();
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const size = event.shiftKey ? 0.1 : 0.02;
    const next = { x: clamp(point.x + step[0] * size), y: clamp(point.y + step[1] * size) };
    setPoint(next);
    announce('hero.point', { x: percent(next.x), y: percent(next.y) });
  };

  return (
    <button
      ref={button}
      type="button"
      className={styles.aim}
      aria-label={`${t('hero.aim-here')} ${t('hero.point', words)}`}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        // A click by Enter or Space has no place of its own: it keeps the point as it is.
        if (event.detail === 0) return void keep(point);
        const box = event.currentTarget.getBoundingClientRect();
        const x = clamp((event.clientX - box.left) / box.width);
        void keep({ x, y: clamp((event.clientY - box.top) / box.height) });
      }}
    >
      <img src={imageAddress(image.id, 1280)} alt="" width={image.width} height={image.height} />
      <span className={styles.point} style={{ left: `${words.x}%`, top: `${words.y}%` }} />
      <span className={styles.aimHelp} aria-hidden>
        {t('hero.aim-help')}
      </span>
    </button>
  );
};
