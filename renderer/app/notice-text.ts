import { changeLabel } from '#renderer/i18n/change-label.ts';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import type { Translate } from '#renderer/i18n/i18n.ts';
import type { NoticeText } from './store/state.ts';

/** Words what is to be told. */
export const noticeText = (t: Translate, text: NoticeText): string => {
  if ('error' in text) {
    const problem = errorMessage(t, text.error);
    return text.about ? t('notice.about', { name: text.about, problem }) : problem;
  }
  if ('label' in text) return t(text.key, { change: changeLabel(t, text.label) });
  return t(text.key, text.values ?? {});
};
