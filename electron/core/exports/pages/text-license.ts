import type { LicenseId } from '#shared/model/credit.ts';
import type { Publication, PublishedTopic } from '../publication-types.ts';
import { licenseLink } from '../site/credit.ts';
import { html, type Html } from '../text/html.ts';
import { ownWords, type Place } from './place.ts';

const isSame = ({ topics }: Publication): boolean =>
  new Set(topics.map(({ textLicenseId }) => textLicenseId)).size < 2;

/** The license that the texts of all topics share; null: none, or each topic says its own. */
export const sharedTextLicense = (publication: Publication): LicenseId | null =>
  isSame(publication) ? (publication.topics[0]?.textLicenseId ?? null) : null;

/** On what terms the texts may be used; null where nothing is said. */
export const textLicense = (licenseId: LicenseId | null, place: Place): Html | null => {
  const license = licenseId === null ? null : licenseLink(licenseId);
  return (
    license &&
    html`<p class="colophon" ${ownWords(place)}>
      ${place.words.say('text-license', { license: '' })}${license}
    </p>`
  );
};

/** The same at the foot of one topic, where topics of the same publication differ in it. */
export const topicTextLicense = (
  publication: Publication,
  { textLicenseId }: PublishedTopic,
  place: Place,
): Html | null => (isSame(publication) ? null : textLicense(textLicenseId, place));
