import { expect, it } from 'vitest';
import { foldedWords, foldText } from '#shared/domain/fold.ts';

it('folds case, diacritics and white space', () => {
  expect(foldText('  BÉJAÏA \n Straße ')).toBe('bejaia strasse');
  expect(foldText('ﬁne')).toBe('fine');
  expect(foldedWords(' Øresund  Brücke ')).toEqual(['oresund', 'brucke']);
});
