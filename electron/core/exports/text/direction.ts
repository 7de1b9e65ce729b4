const rightToLeft = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'iw',
  'ks',
  'ku',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
]);

const known = new Map<string, 'ltr' | 'rtl'>();

const find = (language: string): 'ltr' | 'rtl' => {
  const { language: base, script } = new Intl.Locale(language).maximize();
  if (script !== undefined) return /^(?:Arab|Hebr|Syrc|Thaa|Nkoo|Adlm|Rohg)$/.test(script) ? 'rtl' : 'ltr';
  return rightToLeft.has(base) ? 'rtl' : 'ltr';
};

/** The direction in which a language (BCP 47) is written. */
export const directionOf = (language: string): 'ltr' | 'rtl' => {
  const direction = known.get(language) ?? find(language);
  known.set(language, direction);
  return direction;
};

const letter = /\p{L}/u;
const rightToLeftLetter =
  /[\p{Script=Arab}\p{Script=Hebr}\p{Script=Syrc}\p{Script=Thaa}\p{Script=Nkoo}\p{Script=Adlm}]/u;

/** The direction of the first letter of a text, as `dir="auto"` finds it; null without one. */
export const writtenDirection = (text: string): 'ltr' | 'rtl' | null => {
  const [first] = letter.exec(text) ?? [];
  if (first === undefined) return null;
  return rightToLeftLetter.test(first) ? 'rtl' : 'ltr';
};
