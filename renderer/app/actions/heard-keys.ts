import type { Shortcut } from '#renderer/ui/shortcut.ts';
import type { Action, ActionScope } from './action.ts';

/** An action with the keys that are heard in one place. */
export type HeardAction = { readonly action: Action; readonly keys: readonly Shortcut[] };

/** The places in the order of the window; `everywhere` comes first. */
export const scopes = [
  'everywhere',
  'navigator',
  'lists',
  'board',
  'entries',
] as const satisfies readonly ActionScope[];

const keysIn = ({ scope, shortcuts = [], singleKey }: Action, place: ActionScope): readonly Shortcut[] => [
  ...(singleKey?.scopes.some((each) => each === place) ? [singleKey.key] : []),
  ...(scope === place ? shortcuts : []),
];

/** What is heard in each place: a key stands where it works, wherever else its action can be had. */
export const heardIn = (actions: readonly Action[], place: ActionScope): readonly HeardAction[] =>
  actions.map((action) => ({ action, keys: keysIn(action, place) })).filter(({ keys }) => keys.length > 0);
