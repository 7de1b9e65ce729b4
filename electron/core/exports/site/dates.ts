import type { NamedDate } from '#shared/domain/honest-date.ts';
import { formatHonestDate } from '#shared/domain/honest-date.ts';
import { html, type Html } from '../text/html.ts';
import { dateNames, wordsLanguage } from './words.ts';

/** A date under its right name, readable by machines too: `Last modified <time datetime="2018-11">November 2018</time>`. */
export const dateHtml = ({ field, date }: NamedDate): Html =>
  html`${dateNames[field]} <time datetime="${date}">${formatHonestDate(date, wordsLanguage)}</time>`;
