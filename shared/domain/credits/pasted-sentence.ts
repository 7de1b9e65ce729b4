import { tidy } from './pasted-text.ts';

/** A value and where it stood, so that a link over it can be found. */
export type Piece = { readonly value: string; readonly start: number; readonly end: number };

/** What the sentence of a pasted credit says by its form alone. */
export type Sentence = { readonly title: Piece | null; readonly creator: Piece | null };

const open = String.raw`["“„«]`;
const close = String.raw`["”“»]`;
// “A, B and C” is a list of names; a comma before anything else ends the name.
const list = String.raw`(?!cc\b|creative|gfdl|public|licensed|©)(?:[^,\n(]+,\s)*[^,\n(]+\sand\s`;
// Not the dot of an initial or of a short form.
const fullStop = String.raw`(?<!(?:^|[\s.])\p{L}|\b(?:dr|mr|mrs|ms|prof|st|jr|sr|co|inc|ltd))\.`;
// A name ends where the sentence goes on about the license, the site or an address.
const stop = String.raw`(?=\s*(?:\s(?:is|are)\s(?:licensed|marked|in the public|under|dedicated|used)|,?\s+(?:via|on|from)\s+(?:the\s+)?(?:flickr|wikimedia|unsplash|pexels|pixabay|openverse|www\.)|\s[|/–—-]\s|\s?\(|\s?\[|\s?<|,\s(?!${list})|;\s|${fullStop}\s|\.?$|\n|\s+(?:cc[\s-](?:by|0)|cc0|licensed|©)|\shttps?:))`;
const label = String.raw`(?:(?:photo|image|picture|photograph|foto|illustration|credit)s?(?:\s+credits?)?)`;

const patterns: readonly RegExp[] = [
  // “Title” by Creator …
  new RegExp(
    `^(?:${label}\\s*:\\s*)?${open}(?<title>[^\\n]+?)${close},?\\s+by\\s+(?<creator>[^\\n]+?)${stop}`,
    'diu',
  ),
  // “Title”, then a license: nobody is named.
  new RegExp(
    `^(?:${label}\\s*:\\s*)?${open}(?<title>[^\\n]+?)${close}(?=\\s*(?:,|\\(|\\.|$|is\\s|are\\s|\\n))`,
    'diu',
  ),
  // This work by Creator is …
  new RegExp(`^this (?:work|image|photo|photograph|picture) by\\s+(?<creator>[^\\n]+?)${stop}`, 'diu'),
  // Photo by Creator on …, Photo: Creator, …
  new RegExp(`^${label}\\s*(?::\\s*(?:by\\s+)?|\\s+by\\s+:?\\s*)(?<creator>[^\\n“"„«(]+?)${stop}`, 'diu'),
  // By Creator - Own work, …
  new RegExp(`^by\\s+(?<creator>[^\\n]+?)${stop}`, 'diu'),
  // Creator, CC BY-SA 4.0 <…>, via Wikimedia Commons
  new RegExp(`^(?<creator>[^\\n,]+),\\s+[^\\n]*\\bvia wikimedia commons\\b`, 'diu'),
  // Title | by Creator (a page's heading) and Title by Creator, …
  new RegExp(`^(?<title>[^\\n|]+?)\\s*\\|\\s*by\\s+(?<creator>[^\\n|]+?)${stop}`, 'diu'),
];

const unquoted = new RegExp(
  `^(?<title>[^\\n"“,]+)(?<!\\bcc|commons)\\s+by\\s+(?<creator>[^\\n]+?)${stop}`,
  'diu',
);

/** Placeholders of the sites for a maker they do not know: nobody's name. */
const nobody =
  /^(?:unknown(?: author| artist| photographer)?|anonymous|see page for author|author unknown|n\/a|none|no machine-readable author provided.*)$/i;

/** `A, B and C` as a credit keeps it: `A; B; C`. Two names without a comma may be a firm's, and stay as they are. */
const namesOf = (text: string): string =>
  /,.*\sand\s/.test(text) ? text.split(/,\s+(?:and\s+)?|\s+and\s+/).join('; ') : text;

const pieceOf = (match: RegExpExecArray, group: 'title' | 'creator'): Piece | null => {
  const [start, end] = match.indices?.groups?.[group] ?? [];
  if (start === undefined || end === undefined) return null;
  const raw = match.input.slice(start, end);
  const value = group === 'title' ? raw.trim() : namesOf(tidy(raw));
  return value === '' || (group === 'creator' && nobody.test(value)) ? null : { value, start, end };
};

/**
 * Title and maker as the usual sentences name them: Openverse, Flickr, Wikimedia Commons, Unsplash, Pexels, Pixabay, our own.
 * Null when the text has no such form; then nothing is guessed. `loose` also takes `Title by Creator` without quotes.
 */
export const readSentence = (text: string, loose: boolean): Sentence | null => {
  for (const pattern of loose ? [...patterns, unquoted] : patterns) {
    const match = pattern.exec(text);
    if (match !== null) return { title: pieceOf(match, 'title'), creator: pieceOf(match, 'creator') };
  }
  return null;
};
