/** Letters that Unicode does not take apart, with what people type instead. */
const letters: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ß: 'ss',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
};

const isPlain = /^[ -~]*$/;

/** A text for comparing and finding: lower case, without diacritics, one space for any white space, trimmed. */
export const foldText = (text: string): string => {
  // Most texts have neither diacritics nor stray white space, and there are very many of them.
  if (isPlain.test(text)) {
    const plain = text.toLowerCase().trim();
    return plain.includes('  ') ? plain.replaceAll(/ +/g, ' ') : plain;
  }
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[æœøßđðþłħıŋ]/g, (letter) => letters[letter] ?? letter)
    .replaceAll(/\s+/g, ' ')
    .trim();
};

/** The words of a search, folded. */
export const foldedWords = (text: string): string[] => foldText(text).split(' ').filter(Boolean);
