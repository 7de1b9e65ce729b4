import { IntlMessageFormat } from 'intl-messageformat';
import { formatHonestDate, type DateField } from '#shared/domain/honest-date.ts';
import type { CreditWords } from '#shared/domain/credits/credit-words.ts';
import en from '#shared/i18n/en.json' with { type: 'json' };
import es from '#shared/i18n/es.json' with { type: 'json' };
import type { HonestDate } from '#shared/model/dates.ts';
import type { PublishedType } from '../publication-types.ts';

/** All words that pages say by themselves, in one language. A language is one file of this shape and a line below. */
type Messages = {
  readonly page: Readonly<Record<keyof typeof en.page, string>>;
  readonly date: Readonly<Record<keyof typeof en.date, string>>;
  readonly 'resource-type': Readonly<Record<keyof (typeof en)['resource-type'], string>>;
  readonly 'credit-line': CreditWords;
};

const languages: Readonly<Record<string, Messages>> = { en, es };

type Values = Readonly<Record<string, string | number>>;

/** The pages' own words in one language. */
export type PageWords = {
  readonly language: string;
  /** One of the words or sentences of `page.…`. */
  readonly say: (key: keyof typeof en.page, values?: Values) => string;
  /** A type's name: the library's own, or the built-in one. */
  readonly typeName: (type: PublishedType) => string;
  readonly dateName: (field: DateField) => string;
  readonly date: (date: HonestDate) => string;
  readonly credit: CreditWords;
};

const dateKeys = {
  publishedOn: 'published',
  addedOn: 'added',
  modifiedOn: 'modified',
  checkedOn: 'checked',
} as const;

/** Answers the same thing again without asking twice: pages repeat themselves by the thousand. */
const remember = <Answer>(find: (key: string) => Answer): ((key: string) => Answer) => {
  const known = new Map<string, Answer>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const answer = find(key);
    known.set(key, answer);
    return answer;
  };
};

const createWords = (language: string): PageWords => {
  const messages = languages[language] ?? en;
  const format = remember(
    (message) => new IntlMessageFormat(message, language, undefined, { ignoreTag: true }),
  );
  const date = remember((text) => formatHonestDate(text, language));
  const typeNames: Readonly<Record<string, string>> = messages['resource-type'];
  return {
    language,
    say: (key, values) => {
      const message = messages.page[key];
      return message.includes('{') ? String(format(message).format(values ?? {})) : message;
    },
    typeName: ({ id, name }) =>
      name ?? (Object.hasOwn(typeNames, id) ? typeNames[id] : null) ?? messages['resource-type'].website,
    dateName: (field) => messages.date[dateKeys[field]],
    date,
    credit: messages['credit-line'],
  };
};

const wordsOf = remember(createWords);

/** The words for a page in this language (BCP 47): its own where we speak it, else English. */
export const wordsFor = (language: string): PageWords => {
  const base = language.split('-')[0]?.toLowerCase() ?? '';
  return wordsOf(Object.hasOwn(languages, base) ? base : 'en');
};
