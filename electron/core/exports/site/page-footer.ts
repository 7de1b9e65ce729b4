import { formatHonestDate } from '#shared/domain/honest-date.ts';
import type { LicenseId } from '#shared/model/credit.ts';
import type { Publication } from '../publication-types.ts';
import { html, type Html } from '../text/html.ts';
import { licenseLink } from './credit.ts';
import { paths, relativePath } from './links.ts';
import { pageWords, wordsLanguage } from './words.ts';

/** What the foot needs to know of its page. `textLicenseId` left out: the library's. */
type FooterOf = { readonly path: string; readonly textLicenseId?: LicenseId | null };

/** The foot of every page: the way to the credits, the license of the texts, how fresh it is. */
export const pageFooter = (publication: Publication, page: FooterOf, own: Html): Html => {
  const { path, textLicenseId = publication.textLicenseId } = page;
  const to = (target: string) => relativePath(path, target);
  const day = publication.updatedAt.slice(0, 10);
  const license = textLicenseId === null ? null : licenseLink(textLicenseId);
  const current = html` aria-current="page"`;
  return html`<footer class="site-foot" ${own}>
    <ul class="foot-links">
      <li><a href="${to(paths.index)}" ${path === paths.index && current}>${pageWords('home')}</a></li>
      <li><a href="${to(paths.credits)}" ${path === paths.credits && current}>${pageWords('credits')}</a></li>
      <li><a href="${to(paths.feed)}" type="application/atom+xml">${pageWords('feed')}</a></li>
    </ul>
    <p>
      ${publication.topics.length > 0 && html`<span>${pageWords('updated', { date: formatHonestDate(day, wordsLanguage) })}</span> `}${
        license && html`<span>${pageWords('text-license', { license: '' })}${license}</span> `
      }<span>${pageWords('made-with')}</span>
    </p>
  </footer>`;
};
