import type { ChangeLabel } from '#shared/model/change.ts';
import type { Translate } from './i18n.ts';
import { messageOf } from './message.ts';

/** What a change is called after "Undo": `rename “Partnerships”`. */
export const changeLabel = (t: Translate, label: ChangeLabel): string =>
  messageOf(t, `change.${label.key}`, label.values, t('change.unnamed'));
