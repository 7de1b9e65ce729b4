import type { ResourceTypeId } from '#shared/model/ids.ts';

/** Types of RIS, BibTeX, CSL and Zotero, in small letters without signs, by the type that Carrel has for them. */
const words: Readonly<Record<string, string>> = {
  document:
    'jour ejour inpr abst journalarticle articlejournal article suppperiodical unpb unpublished manscpt manuscript' +
    ' thes thesis phdthesis mastersthesis conf cpaper inproceedings conference paperconference conferencepaper' +
    ' bill case casea hear legal legislation statute stat statut unbill patent pat govdoc document gen generic misc' +
    ' pcomm personalcommunication letter email manual pamp pamphlet booklet preprint stand standard treaty regulation' +
    ' legalcase legalstatute journalarticles scholarlyarticle academicarticle review reviewbook',
  book:
    'book ebook edbook chap echap booksection chapter clswk ancient dict ency encyc entry entrydictionary' +
    ' entryencyclopedia dictionaryentry encyclopediaarticle inbook incollection collection mvbook mvcollection' +
    ' bookinbook suppbook inreference reference mvreference proceedings mvproceedings ser serial periodical classic',
  report: 'rprt report techreport grant whitepaper survey',
  news: 'news mgzn newspaperarticle magazinearticle articlenewspaper articlemagazine blog blogpost postweblog',
  website: 'elec web icomm webpage website online electronic www forumpost post link',
  video: 'video mpct advs motionpicture film videorecording broadcast tvbroadcast movie performance',
  audio: 'sound music audio audiorecording radiobroadcast podcast song interview musicalscore',
  image: 'map figure art artwork graphic chart image',
  dataset: 'data dataset dbase aggr',
  toolkit: 'comp software computerprogram',
  webinar: 'presentation slide speech',
  event: 'event',
};

const byWord: ReadonlyMap<string, string> = new Map(
  Object.entries(words).flatMap(([id, list]) => list.split(' ').map((word) => [word, id] as const)),
);

/** Carrel's type for a type of a reference format, or null when it has none of that name. */
export const typeOfReference = (type: string): ResourceTypeId | null =>
  (byWord.get(type.toLowerCase().replaceAll(/[^a-z]/g, '')) as ResourceTypeId | undefined) ?? null;
