import type { Credit } from '../../model/credit.ts';
import type { PictureKind } from '../../model/image.ts';
import { fillTemplate, joinParts, linked, oneLine, type CreditPart } from './credit-parts.ts';
import { englishCreditWords, type CreditWords } from './credit-words.ts';
import type { CreditMedium } from './duties.ts';
import { licenseLabel, licensePhrase, writtenAddress } from './license-phrase.ts';
import type { License } from './license.ts';
import { licenseById } from './licenses.ts';
import { mayCrop } from './may-crop.ts';
import { creatorsOf, linkWording, readWording, type Wording } from './owner-wording.ts';

/** What Carrel itself did to a picture on its way out. Scaling and a change of format are not alterations (CC 4.0 §2(a)(4)). */
export type Alteration = 'cropped' | 'recolored' | 'overlaid' | 'retouched';

/** How a credit is to be written. */
export type CreditLineOptions = {
  readonly medium: CreditMedium;
  /** What the line calls it (see `pictureNoun`): a photo unless told otherwise. */
  readonly kind?: PictureKind;
  /** Left out of the line where the license forbids changes: Carrel does not make them there (`mayCrop`). */
  readonly alterations?: readonly Alteration[];
  /** `short`: maker and license only, for a thumbnail whose full credit stands elsewhere on the page. */
  readonly form?: 'full' | 'short';
  /** The words of the language; English when left out. */
  readonly words?: CreditWords;
};

/** A credit line in pieces; `toText`, `toHtml` and `toMarkdown` in `credit-output.ts` write it. */
export type CreditLine = { readonly parts: readonly CreditPart[] };

type Writing = {
  readonly credit: Credit;
  readonly license: License | null;
  readonly medium: CreditMedium;
  readonly words: CreditWords;
};

const listed = (names: readonly string[], words: CreditWords): string => {
  if (names.length < 2) return names[0] ?? '';
  return words.two
    .replace('{first}', names.slice(0, -1).join(words.separator))
    .replace('{last}', names.at(-1) ?? '');
};

const titlePart = ({ credit, medium, words }: Writing): readonly CreditPart[] => {
  const text = oneLine(credit.title);
  if (text === '') return [];
  const part: CreditPart = { text, role: 'title' };
  return fillTemplate(words.title, { title: [medium === 'screen' ? linked(part, credit.sourceUrl) : part] });
};

const creatorPart = ({ credit, medium, words }: Writing): readonly CreditPart[] => {
  const text = listed(creatorsOf(credit), words);
  if (text === '') return [];
  const part: CreditPart = { text, role: 'creator' };
  return [medium === 'screen' ? linked(part, credit.creatorUrl) : part];
};

/** The page of the picture: a link behind its title on screen, otherwise the word "source" or the address itself. */
const withSource = (
  head: readonly CreditPart[],
  { credit, medium, words }: Writing,
): readonly CreditPart[] => {
  const address = credit.sourceUrl ?? (medium === 'screen' ? null : credit.creatorUrl);
  if (address === null) return head;
  const role = credit.sourceUrl === null ? 'creator' : 'source';
  const source =
    medium === 'screen'
      ? linked({ text: words.source, role }, address)
      : writtenAddress(address, medium, { role });
  return fillTemplate(words['with-source'], { head, source: [source] });
};

/** A notice contradicts a picture that is free of copyright; everywhere else it stays as the owner wrote it. */
const noticePart = ({ credit, license }: Writing): readonly CreditPart[] => {
  const text = oneLine(credit.copyrightNotice);
  const free = license?.group === 'public-domain' || license?.family === 'publicdomain';
  return text === '' || free ? [] : [{ text, role: 'copyrightNotice' }];
};

const changesPart = (
  { credit, words }: Writing,
  alterations: readonly Alteration[],
): readonly CreditPart[] => {
  const own = oneLine(credit.changes);
  const made = [...new Set(alterations)].map((alteration) => words[alteration]);
  const all = [...(own === '' ? [] : [own]), ...made].join(words['changes-separator']);
  if (all === '') return [];
  const part: CreditPart = { text: all, role: 'changes' };
  return own === '' ? [part] : fillTemplate(words.changes, { changes: [part] });
};

const licensePart = ({ license, medium, words }: Writing): readonly CreditPart[] =>
  license === null ? [] : licensePhrase(license, medium, words);

const fullLine = (
  writing: Writing,
  label: string,
  alterations: readonly Alteration[],
): readonly CreditPart[] => {
  const { credit, medium, words } = writing;
  const [title, creator] = [titlePart(writing), creatorPart(writing)];
  const named =
    title.length > 0 && creator.length > 0
      ? fillTemplate(words['title-by'], { title, creator })
      : title.length > 0
        ? title
        : creator;
  const linkedByTitle = medium === 'screen' && title.length > 0;
  const tail = joinParts(
    [noticePart(writing), licensePart(writing), changesPart(writing, alterations)],
    words.separator,
  );
  const labelPart: readonly CreditPart[] = [{ text: label }];
  if (named.length === 0) {
    if (credit.sourceUrl !== null) return joinParts([withSource(labelPart, writing), tail], words.separator);
    return tail.length === 0 ? [] : fillTemplate(words.labelled, { label: labelPart, head: tail });
  }
  const head = linkedByTitle ? named : withSource(named, writing);
  return fillTemplate(words.labelled, { label: labelPart, head: joinParts([head, tail], words.separator) });
};

/** The license behind the owner's wording: nothing, its address, or the whole phrase, whichever is still missing. */
const licenseAfterWording = (
  writing: Writing,
  wording: Wording,
  shown: readonly CreditPart[],
): readonly CreditPart[] => {
  const { license, medium, words } = writing;
  if (license === null) return [];
  const label = licenseLabel(license, words);
  if (license.address === null || license.versionless)
    return wording.text.toLowerCase().includes(label.toLowerCase()) && !license.versionless
      ? []
      : licensePart(writing);
  if (medium === 'screen')
    return shown.some((part) => part.role === 'license' && part.href !== undefined)
      ? []
      : licensePart(writing);
  if (!wording.license) return licensePart(writing);
  return wording.addressWritten ? [] : [writtenAddress(license.address, medium, { role: 'license' })];
};

const wordedLine = (
  writing: Writing,
  wording: Wording,
  alterations: readonly Alteration[],
): readonly CreditPart[] => {
  const { credit, license, medium, words } = writing;
  const own: readonly CreditPart[] =
    medium === 'screen'
      ? linkWording(wording.text, credit, license)
      : [{ text: wording.text, role: 'wording' }];
  const title = wording.title ? [] : titlePart(writing);
  const creator = wording.creator ? [] : creatorPart(writing);
  const by = creator.length === 0 ? [] : fillTemplate(words.by, { creator });
  const named = joinParts([own, title, by], words.separator);
  const hasSource =
    medium === 'screen'
      ? named.some((part) => part.role === 'title' && part.href !== undefined)
      : wording.sourceWritten;
  return joinParts(
    [
      hasSource || credit.sourceUrl === null ? named : withSource(named, writing),
      wording.copyrightNotice ? [] : noticePart(writing),
      licenseAfterWording(writing, wording, own),
      changesPart(writing, alterations),
    ],
    words.separator,
  );
};

const shortLine = (writing: Writing): readonly CreditPart[] => {
  const { credit, medium, words } = writing;
  const name = listed(creatorsOf(credit), words) || oneLine(credit.creditLine) || oneLine(credit.title);
  const part: CreditPart = { text: name };
  const head =
    name === '' ? [] : [medium === 'screen' ? linked(part, credit.sourceUrl ?? credit.creatorUrl) : part];
  const license = writing.license === null ? [] : licensePhrase(writing.license, 'screen', words);
  return joinParts(
    [head, medium === 'screen' ? license : license.map(({ text }) => ({ text }))],
    words.separator,
  );
};

/**
 * The one credit line of Carrel. It says what the license of the picture asks for in the medium, as far as the credit knows
 * it, and never a word more: a missing part is absent, not replaced (`checkCredit` names what is missing).
 *
 * On screen the title leads to the source, the maker to the profile, the license to its deed; in print and text the addresses are
 * written out, because links vanish there. When the owner asks for a wording of their own (`creditLine`), that
 * wording comes first, letter by letter, and whatever the license asks for beyond it follows. Notices are kept where
 * the license asks for them (CC 1.0 to 3.0 §4, 4.0 §3(a)(1)(A)(ii)); changes are named (4.0 §3(a)(1)(B)).
 */
export const renderCredit = (credit: Credit, options: CreditLineOptions): CreditLine => {
  const { medium, kind = 'photo', form = 'full', words = englishCreditWords } = options;
  const license = licenseById(credit.licenseId);
  const alterations = mayCrop(license).allowed ? (options.alterations ?? []) : [];
  const writing: Writing = { credit, license, medium, words };
  if (form === 'short') return { parts: shortLine(writing) };
  const wording = readWording(credit, license);
  const parts =
    wording === null
      ? fullLine(writing, words[kind], alterations)
      : wordedLine(writing, wording, alterations);
  return { parts };
};
