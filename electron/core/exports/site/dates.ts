import type { NamedDate } from '#shared/domain/honest-date.ts';
import type { PageWords } from '../pages/page-words.ts';
import { html, type Html } from '../text/html.ts';

/** A date under its right name, readable by machines too: `Last modified <time datetime="2018-11">November 2018</time>`. */
export const dateHtml = ({ field, date }: NamedDate, words: PageWords): Html =>
  html`${words.say('date-name', { name: words.dateName(field) })}
    <time datetime="${date}">${words.date(date)}</time>`;
