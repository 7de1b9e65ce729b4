import type { LicenseId } from '#shared/model/credit.ts';
import type { Place } from '../pages/place.ts';
import { ownWords } from '../pages/place.ts';
import { sharedTextLicense } from '../pages/text-license.ts';
import type { Publication } from '../publication-types.ts';
import { html, type Html } from '../text/html.ts';
import { licenseLink } from './credit.ts';
import { paths, relativePath } from './links.ts';

/** What the foot needs to know of its page. `textLicenseId` left out: the one that all topics share. */
type FooterOf = { readonly path: string; readonly textLicenseId?: LicenseId | null };

/** The foot of every page: the way to the credits, the license of the texts, how fresh it is. */
export const pageFooter = (publication: Publication, page: FooterOf, place: Place): Html => {
  const { path, textLicenseId = sharedTextLicense(publication) } = page;
  const { say, date } = place.words;
  const own = ownWords(place);
  const to = (target: string) => relativePath(path, target);
  const day = publication.updatedAt.slice(0, 10);
  const license = textLicenseId === null ? null : licenseLink(textLicenseId);
  const current = html` aria-current="page"`;
  return html`<footer class="site-foot" ${own}>
    <ul class="foot-links">
      <li><a href="${to(paths.index)}" ${path === paths.index && current}>${say('home')}</a></li>
      <li><a href="${to(paths.tree)}" ${path === paths.tree && current}>${say('tree')}</a></li>
      <li><a href="${to(paths.credits)}" ${path === paths.credits && current}>${say('credits')}</a></li>
      <li><a href="${to(paths.feed)}" type="application/atom+xml">${say('feed')}</a></li>
    </ul>
    <p>
      ${publication.topics.length > 0 && html`<span>${say('updated', { date: date(day) })}</span> `}${
        license && html`<span>${say('text-license', { license: '' })}${license}</span> `
      }<span>${say('made-with')}</span>
    </p>
  </footer>`;
};
