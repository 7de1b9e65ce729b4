import { foldText } from '#shared/domain/fold.ts';
import type { ResourceTypeId } from '#shared/model/ids.ts';
import type { ReadWork } from '../../reader.ts';
import { typeOfWords } from '../../type-words.ts';

/** The library's own type of that name, else the built-in one that the words name, else null. */
export const namedType = (words: string, types: ReadWork['types']): ResourceTypeId | null =>
  types.find(({ name }) => words !== '' && foldText(name) === foldText(words))?.id ?? typeOfWords(words);
