import { useEffect, useRef, useState } from 'react';
import { useAppStore } from '#renderer/app/store/use-app.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './DropEverywhere.module.css';
import { comesFromOutside } from './outside-drag.ts';
import { useTakeTransfer } from './use-take-transfer.ts';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

/** A field takes text by itself; files are never for a field. */
const isForField = ({ target, dataTransfer }: DragEvent): boolean =>
  isTyping(target) && dataTransfer?.types.includes('Files') === false;

/**
 * Lets pictures, links, text and tables be dropped on the window or pasted into it wherever nothing more special takes
 * them, and says while they hover what will happen.
 */
export const DropEverywhere = () => {
  const t = useT();
  const store = useAppStore();
  const { take, promise } = useTakeTransfer();
  const [says, setSays] = useState<ReturnType<typeof promise> | null>(null);
  const depth = useRef(0);

  useEffect(() => {
    // Text that is dragged about within the app is no newcomer.
    let beganHere = false;
    const isNew = ({ dataTransfer }: DragEvent): boolean => !beganHere && comesFromOutside(dataTransfer);
    const onEnter = (event: DragEvent) => {
      if (!isNew(event)) return;
      depth.current += 1;
      setSays(promise(event.dataTransfer));
    };
    const onLeave = (event: DragEvent) => {
      if (!isNew(event)) return;
      depth.current = Math.max(0, depth.current - 1);
      if (depth.current === 0) setSays(null);
    };
    // Without this the browser would leave the app to show the file.
    const onOver = (event: DragEvent) => {
      if (isNew(event) && !isForField(event)) event.preventDefault();
    };
    const onDrop = (event: DragEvent) => {
      depth.current = 0;
      setSays(null);
      if (event.defaultPrevented || !event.dataTransfer || !isNew(event) || isForField(event)) return;
      event.preventDefault();
      void take(event.dataTransfer);
    };
    const onPaste = (event: ClipboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target) || !event.clipboardData) return;
      if (store.getState().dialog !== null) return;
      void take(event.clipboardData);
    };
    const stop = new AbortController();
    const options = { signal: stop.signal };
    window.addEventListener('dragstart', () => (beganHere = true), options);
    window.addEventListener('dragend', () => (beganHere = false), options);
    window.addEventListener('dragenter', onEnter, options);
    window.addEventListener('dragleave', onLeave, options);
    window.addEventListener('dragover', onOver, options);
    window.addEventListener('drop', onDrop, options);
    window.addEventListener('paste', onPaste, options);
    return () => stop.abort();
  }, [promise, store, take]);

  if (says === null) return null;
  return (
    <div className={styles.veil} aria-hidden>
      <p className={styles.says}>{t(says)}</p>
    </div>
  );
};
