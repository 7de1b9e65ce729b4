import { useRef, type KeyboardEvent, type MouseEvent } from 'react';
import { rowByName, rowStep } from './row-step.ts';
import type { RowFocus } from './use-row-focus.ts';

/**
 * How a row is chosen: alone, beside what is chosen, with all between it and the last one chosen, or all of the list.
 */
export type PickMode = 'only' | 'toggle' | 'range' | 'all';

/** What a list does when rows are chosen and used. */
export type RowInput = {
  readonly onPick: (key: string, mode: PickMode) => void;
  /** Enter and double click. */
  readonly onAct?: (key: string) => void;
  /** A finger on a row. */
  readonly onTap?: (key: string) => void;
  /** A row was chosen by mouse or finger, not in passing by keys. */
  readonly onChosenByHand?: (key: string) => void;
  /** Keys that mean something more here. True: done. */
  readonly onRowKey?: (event: KeyboardEvent, key: string) => boolean;
  /** Escape. True: done. */
  readonly onEscape?: (key: string) => boolean;
};

type Options = RowInput & {
  readonly keys: readonly string[];
  readonly estimate: number;
  readonly isMultiple: boolean;
  readonly nameOf: (key: string) => string;
};

const keyOf = (target: EventTarget): string | null =>
  target instanceof Element ? (target.closest('[data-key]')?.getAttribute('data-key') ?? null) : null;

/** Buttons, fields and links in a row have clicks of their own. */
const isOwnControl = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('button, input, textarea, a, label, [data-own-click]') !== null;

const hasMod = (event: { readonly ctrlKey: boolean; readonly metaKey: boolean }): boolean =>
  event.ctrlKey || event.metaKey;

const modeOf = (event: MouseEvent | KeyboardEvent, isMultiple: boolean): PickMode => {
  if (!isMultiple) return 'only';
  if (event.shiftKey) return 'range';
  return hasMod(event) ? 'toggle' : 'only';
};

/** Letters typed within so many milliseconds belong to one name. */
const typingTime = 700;

const useTyping = () => {
  const typed = useRef({ text: '', at: 0 });
  return (letter: string, now: number): string => {
    const isOn = now - typed.current.at < typingTime;
    const text = isOn && typed.current.text !== letter ? typed.current.text + letter : letter;
    typed.current = { text, at: now };
    return text;
  };
};

const isTouch = ({ nativeEvent }: MouseEvent): boolean =>
  nativeEvent instanceof PointerEvent && nativeEvent.pointerType === 'touch';

/** Mouse and finger. */
const pointerInput = (options: Options, focus: (key: string) => void) => ({
  onClick: (event: MouseEvent) => {
    const key = keyOf(event.target);
    if (key === null || isOwnControl(event.target)) return;
    if (isTouch(event) && options.onTap) options.onTap(key);
    else options.onPick(key, modeOf(event, options.isMultiple));
    options.onChosenByHand?.(key);
  },
  onDoubleClick: (event: MouseEvent) => {
    const key = keyOf(event.target);
    const isPlain = !isOwnControl(event.target) && !hasMod(event) && !event.shiftKey;
    if (key !== null && isPlain) options.onAct?.(key);
  },
  // A range chosen with Shift shall not choose the text between, too.
  onMouseDown: (event: MouseEvent) => {
    if (!event.shiftKey || isOwnControl(event.target)) return;
    event.preventDefault();
    const key = keyOf(event.target);
    if (key !== null) focus(key);
  },
});

/** The row that a key is for: only while the row itself has the focus, not something in it. */
const rowOf = ({ target, altKey }: KeyboardEvent): string | null =>
  target instanceof Element && target.getAttribute('role') === 'row' && !altKey ? keyOf(target) : null;

/** Keys that choose. True: it was one. */
const chooseByKey = ({ isMultiple, onPick, onAct }: Options, event: KeyboardEvent, key: string): boolean => {
  const mode = event.shiftKey ? 'range' : 'toggle';
  if (event.key === ' ') onPick(key, isMultiple ? mode : 'only');
  else if (isMultiple && hasMod(event) && event.key.toLowerCase() === 'a') onPick(key, 'all');
  else if (event.key === 'Enter' && !hasMod(event)) onAct?.(key);
  else return false;
  return true;
};

/** Hears mouse, finger and keys for all rows of a list at once. */
export const useRowInput = (options: Options, { indexOf, focus }: RowFocus) => {
  const { keys, isMultiple, onPick } = options;
  const typing = useTyping();
  const page = () => Math.max(1, Math.floor(window.innerHeight / options.estimate) - 2);

  const goTo = (index: number, event: KeyboardEvent) => {
    const key = keys[index];
    if (key === undefined) return;
    event.preventDefault();
    focus(key);
    if (isMultiple && event.shiftKey) onPick(key, 'range');
    else if (!hasMod(event)) onPick(key, 'only');
  };

  const byName = (event: KeyboardEvent, index: number): number | null => {
    if (event.key.length !== 1 || event.key === ' ' || hasMod(event)) return null;
    const nameAt = (at: number) => options.nameOf(keys[at] ?? '');
    return rowByName(typing(event.key, event.timeStamp), index, keys.length, nameAt);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const key = rowOf(event);
    if (key === null) return;
    if (event.key === 'Escape') {
      if (options.onEscape?.(key)) event.stopPropagation();
      return;
    }
    if (options.onRowKey?.(event, key) || chooseByKey(options, event, key)) return event.preventDefault();
    const index = indexOf(key);
    const next = rowStep(event.key, index, keys.length, page()) ?? byName(event, index);
    if (next !== null) goTo(next, event);
  };

  return { onKeyDown, ...pointerInput(options, focus) };
};
