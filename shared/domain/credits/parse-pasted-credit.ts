import type { Credit, LicenseId } from '../../model/credit.ts';
import { cleanAddress, pageKind, writtenAddresses } from './pasted-address.ts';
import { readLabels, type LabelledField } from './pasted-labels.ts';
import { readSentence, type Piece, type Sentence } from './pasted-sentence.ts';
import { flattenPasted, tidy, type PastedLink, type PastedText } from './pasted-text.ts';
import { licenseAtAddress } from './license-address.ts';
import { recogniseLicense } from './recognise-license.ts';

/** Fields a pasted credit can fill. */
type PastedFields = Partial<
  Pick<
    Credit,
    | 'title'
    | 'creator'
    | 'creatorUrl'
    | 'sourceUrl'
    | 'licenseId'
    | 'copyrightNotice'
    | 'creditLine'
    | 'changes'
  >
>;

/** What was found. Only fields that are really there are set. */
export type PastedCredit = {
  readonly fields: PastedFields;
  /**
   * The license that pictures of the named site usually have (`Photo by … on Unsplash`), when the text itself names none. To be
   * offered to the curator, never to be set by itself: sites have pictures on other terms, too.
   */
  readonly suggestedLicenseId: LicenseId | null;
};

type Address = {
  readonly href: string;
  readonly start: number;
  readonly end: number;
  readonly title: string;
};

const addressesOf = ({ text, links }: PastedText): readonly Address[] => [
  ...links.map((link: PastedLink) => ({ ...link, href: cleanAddress(link.href) })),
  ...writtenAddresses(text)
    .filter(({ start }) => !links.some((link) => link.start <= start && start < link.end))
    .map((one) => ({ ...one, href: cleanAddress(one.href), title: '' })),
];

const isLicense = ({ href }: Address): boolean => licenseAtAddress(href) !== null;
const covers = (address: Address, piece: Piece | null): boolean =>
  piece !== null && address.start < piece.end && piece.start < address.end;

/** The text without title and maker, so that a photo called “Not CC BY” does not speak about its license. */
const withoutNames = (text: string, sentence: Sentence | null): string =>
  [sentence?.title, sentence?.creator]
    .filter((piece) => piece !== null && piece !== undefined)
    .reduce((left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end), text);

const licenseOf = (text: string, addresses: readonly Address[]): LicenseId | null => {
  const named = addresses.filter(isLicense).map(({ href }) => href);
  return (
    recogniseLicense([text, ...named.filter((href) => !text.includes(href))].join('\n'))?.licenseId ?? null
  );
};

const pagesOf = (addresses: readonly Address[], sentence: Sentence | null) => {
  const pages = addresses.filter((address) => !isLicense(address));
  const kinds = pages.map((address) => ({ address, kind: pageKind(address.href) }));
  const profile =
    kinds.find(({ kind }) => kind === 'profile')?.address ??
    kinds.find(({ kind, address }) => kind === 'other' && covers(address, sentence?.creator ?? null))
      ?.address;
  const picture =
    kinds.find(({ kind }) => kind === 'picture')?.address ??
    kinds.find(({ kind, address }) => kind === 'other' && covers(address, sentence?.title ?? null))
      ?.address ??
    kinds.find(({ kind, address }) => kind === 'other' && address !== profile)?.address;
  return { profile: profile?.href, picture: picture?.href };
};

/** Flickr's embed code names the picture in the title of its link: `Title by Maker, on Flickr`, or the title alone. */
const flickrEmbed = (addresses: readonly Address[]): { title?: string; creator?: string } => {
  const link = addresses.find(
    ({ href, title }) => title !== '' && /flickr\.com\/photos\/[^/]+\/\d+/i.test(href),
  );
  if (link === undefined) return {};
  const pair = /^(.+) by (.+), on flickr$/i.exec(link.title);
  return pair === null
    ? { title: tidy(link.title) }
    : { title: (pair[1] ?? '').trim(), creator: tidy(pair[2] ?? '') };
};

const noticeIn = (text: string): string | undefined => {
  const found =
    /(?:©|\(c\)|\bcopyright)\s*(?:©\s*)?(?:\d{4}[^\n,;|<(]*|(?!status|notice|restrictions)\p{Lu}[^\n,;|<(]*)/iu.exec(
      text,
    );
  return found === null || /\bno known$/i.test(text.slice(0, found.index).trim())
    ? undefined
    : tidy(found[0]);
};

const sites: readonly [RegExp, LicenseId][] = [
  [/\b(?:on|from|via)\s+unsplash\b/i, 'unsplash' as LicenseId],
  [/\b(?:on|from|via)\s+pexels\b/i, 'pexels' as LicenseId],
  [/\b(?:on|from|via)\s+pixabay\b/i, 'pixabay' as LicenseId],
];

const fromLabels = (labels: ReadonlyMap<LabelledField, string>): PastedFields => {
  const source = labels.get('source');
  const address = source === undefined ? undefined : writtenAddresses(source)[0]?.href;
  const license = recogniseLicense(labels.get('license') ?? '')?.licenseId;
  return defined({
    title: labels.get('title'),
    creator: labels.get('creator'),
    sourceUrl: address === undefined ? undefined : cleanAddress(address),
    licenseId: license,
    creditLine: labels.get('creditLine'),
    copyrightNotice: labels.get('copyrightNotice'),
    changes: labels.get('changes'),
  });
};

const defined = (fields: {
  readonly [Key in keyof PastedFields]: PastedFields[Key] | undefined;
}): PastedFields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''));

/** `Title by Maker` without quotes is believed only beside a license: elsewhere it may be any sentence. */
const sentenceOf = (flat: PastedText): Sentence | null =>
  readSentence(flat.text, addressesOf(flat).some(isLicense) || recogniseLicense(flat.text) !== null);

const fromText = (flat: PastedText, sentence: Sentence | null): PastedFields => {
  const addresses = addressesOf(flat);
  const text = withoutNames(flat.text, sentence);
  const { profile, picture } = pagesOf(addresses, sentence);
  const embed = flickrEmbed(addresses);
  return defined({
    creatorUrl: profile,
    sourceUrl: picture,
    licenseId: licenseOf(text, addresses) ?? undefined,
    copyrightNotice: noticeIn(text),
    title: sentence?.title?.value ?? embed.title,
    creator: sentence?.creator?.value ?? embed.creator,
  });
};

/**
 * Takes a whole pasted credit apart: plain text, HTML or Markdown, as Flickr, Wikimedia Commons, Openverse, Unsplash, Pexels, Pixabay and
 * museum pages give it out, and as Carrel writes it. Only what is really there becomes a field; a license that is not named
 * stays open, and of two that disagree none is taken. Null when nothing could be read.
 */
export const parsePastedCredit = (pasted: string): PastedCredit | null => {
  if (pasted.length > 20_000) return null;
  const flat = flattenPasted(pasted);
  const labels = readLabels(flat.text);
  const fields =
    labels.size >= 2 ? { ...fromText(flat, null), ...fromLabels(labels) } : fromText(flat, sentenceOf(flat));
  if (Object.keys(fields).length === 0) return null;
  const site = sites.find(([pattern]) => pattern.test(flat.text));
  return { fields, suggestedLicenseId: fields.licenseId === undefined ? (site?.[1] ?? null) : null };
};
