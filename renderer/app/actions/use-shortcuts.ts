import { useEffect } from 'react';
import { shortcutOf } from '#renderer/ui/shortcut.ts';
import type { AppStore } from '../store/create-store.ts';
import { useAppStore } from '../store/use-app.ts';
import type { Action, Place } from './action.ts';
import { actions, runAction } from './registry.ts';

const isWriting = (element: Element): boolean =>
  element.closest('input:not([type="checkbox"]):not([type="radio"]), textarea, [contenteditable="true"]') !==
  null;

const isIn = (target: Element, scope: Place): boolean => target.closest(`[data-scope="${scope}"]`) !== null;

const hears = (action: Action, shortcut: string, target: Element): boolean => {
  if (isWriting(target) && !action.worksInText) return false;
  // A single key is a letter of what is being written, whatever else works there.
  if (action.singleKey?.key === shortcut)
    return !isWriting(target) && action.singleKey.scopes.some((scope) => isIn(target, scope));
  if (!action.shortcuts?.includes(shortcut)) return false;
  return action.scope === 'everywhere' || isIn(target, action.scope);
};

/** Runs actions one after the other, so that each step of a held key starts from where the last one led. */
const createQueue = (store: AppStore) => {
  let last: Promise<unknown> = Promise.resolve();
  return (action: Action) => {
    last = last
      .then(() => (action.isAvailable(store.getState()) ? action.run(store) : undefined))
      .catch(() => {});
  };
};

const onKey = (event: KeyboardEvent, store: AppStore, enqueue: (action: Action) => void) => {
  if (event.isComposing || !(event.target instanceof Element)) return;
  // In a dialog or an open menu, keys belong to it.
  if (event.target.closest('[role="dialog"]:not([data-drawer]), [role="menu"], [role="listbox"]')) return;
  // A dialog is on its way, and what is typed is meant for it.
  if (store.getState().dialog !== null) return;
  const { target } = event;
  const shortcut = shortcutOf(event);
  const action = actions.find((each) => hears(each, shortcut, target));
  if (!action) return;
  event.preventDefault();
  event.stopPropagation();
  enqueue(action);
};

/** Hears every action's key, before the element that has the focus does, and the host's menu. */
export const useShortcuts = (): void => {
  const store = useAppStore();
  useEffect(() => {
    const enqueue = createQueue(store);
    const listener = (event: KeyboardEvent) => onKey(event, store, enqueue);
    document.addEventListener('keydown', listener, { capture: true });
    return () => document.removeEventListener('keydown', listener, { capture: true });
  }, [store]);
  useEffect(() => store.api.host?.onMenu((id) => runAction(store, id)), [store]);
};
