import { foldText } from '#shared/domain/fold.ts';
import type { ResourceTypeId } from '#shared/model/ids.ts';

/** The built-in types, and what other systems call them, folded and without signs (DCMI Type, schema.org, CollectionBuilder, Omeka). */
const words: Readonly<Record<string, readonly string[]>> = {
  news: [
    'newsarticle',
    'newsitem',
    'article',
    'blogpost',
    'blogposting',
    'blog',
    'pressrelease',
    'newspaperarticle',
  ],
  webinar: ['webcast', 'onlineseminar', 'seminar'],
  document: [
    'text',
    'pdf',
    'paper',
    'manuscript',
    'letter',
    'digitaldocument',
    'textdigitaldocument',
    'journalarticle',
  ],
  course: ['learningresource', 'tutorial', 'training', 'onlinecourse', 'lesson', 'mooc'],
  video: ['movingimage', 'videoobject', 'film', 'movie', 'youtube', 'vimeo'],
  toolkit: ['tool', 'tools', 'guide', 'handbook', 'manual', 'howto', 'kit'],
  report: ['whitepaper', 'study', 'survey', 'technicalreport', 'research'],
  book: ['ebook', 'monograph', 'booksection', 'chapter', 'audiobook'],
  website: ['webpage', 'link', 'site', 'homepage', 'web', 'hyperlink', 'bookmark'],
  event: ['conference', 'workshop', 'exhibition', 'meeting'],
  image: [
    'stillimage',
    'imageobject',
    'photograph',
    'photo',
    'picture',
    'map',
    'drawing',
    'painting',
    'postcard',
  ],
  audio: [
    'sound',
    'audioobject',
    'podcast',
    'podcastepisode',
    'music',
    'recording',
    'oralhistory',
    'interview',
  ],
  dataset: ['data', 'datasets', 'spreadsheet', 'statistics', 'database'],
};

const squash = (text: string): string => foldText(text).replaceAll(/[^a-z0-9]/g, '');

const byWord: ReadonlyMap<string, string> = new Map(
  Object.entries(words).flatMap(([id, others]) =>
    [id, `${id}s`, ...others].map((word) => [word, id] as const),
  ),
);

const byMediaType: readonly (readonly [RegExp, string])[] = [
  [/^image\//, 'image'],
  [/^video\//, 'video'],
  [/^audio\//, 'audio'],
  [/^text\/html/, 'website'],
  [/^text\/csv|spreadsheet|ms-excel/, 'dataset'],
  [/^application\/(?:pdf|msword|rtf)|wordprocessing|^text\//, 'document'],
];

const ofWord = (word: string): string | null => {
  const plain = word.trim().toLowerCase();
  const mediaType = byMediaType.find(([pattern]) => pattern.test(plain))?.[1];
  return mediaType ?? byWord.get(squash(plain.replace(/^(?:dctype|dcmitype|schema|bibo):/, ''))) ?? null;
};

/** The built-in type that a cell names, alone or as one of several parted by `;` `|` or a comma; or null. */
export const typeOfWords = (cell: string): ResourceTypeId | null => {
  for (const word of cell.split(/[;|,]/)) {
    const typeId = ofWord(word);
    if (typeId !== null) return typeId as ResourceTypeId;
  }
  return null;
};

/** Whether a cell says no more than the name of the type, so that it need not be kept beside it. */
export const isTypeName = (cell: string, typeId: string): boolean => squash(cell) === typeId;
