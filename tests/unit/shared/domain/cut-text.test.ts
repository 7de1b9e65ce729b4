import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText } from '#shared/domain/cut-text.ts';

const graphemes = (text: string): string[] =>
  Array.from(new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text), ({ segment }) => segment);
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

describe('cutText', () => {
  it('leaves alone what fits', () => {
    expect(cutText('Stork Storytime', 15)).toBe('Stork Storytime');
  });

  it('cuts at the end of a word and drops the sign before the ellipsis', () => {
    expect(cutText('One, two, three, four', 12)).toBe('One, two…');
    expect(cutText('innovative and impactful program', 31)).toBe('innovative and impactful…');
    expect(cutText('innovative and impactful program', 25)).toBe('innovative and impactful…');
  });

  it('puts lines together', () => {
    expect(cutText('one\n  two\tthree', 50)).toBe('one two three');
  });

  it('cuts a word that is longer than the room', () => {
    expect(cutText('Donaudampfschifffahrtsgesellschaft', 10)).toBe('Donaudamp…');
  });

  it('cuts scripts without spaces between their words', () => {
    const cut = cutText('図書館は地域の人々と協力して庭を作ります', 9);
    expect(graphemes(cut).length).toBeLessThanOrEqual(9);
    expect(cut).toMatch(/^図書館は地域の.*…$/u);
  });

  it('never cuts a character that a reader sees as one', () => {
    expect(cutText('👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 2)).toBe('👩‍👩‍👧‍👦…');
    expect(cutText('e\u0301e\u0301e\u0301', 2)).toBe('e\u0301…');
  });

  it('never is longer than asked for, and is a beginning of the text', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.lorem({ maxCount: 40 }));
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 60 }), (whole, length) => {
        const cut = cutText(whole, length);
        const line = oneLine(whole);
        expect(graphemes(cut).length).toBeLessThanOrEqual(length);
        if (graphemes(line).length <= length) expect(cut).toBe(line);
        else expect(line.startsWith(cut.slice(0, -1))).toBe(true);
      }),
    );
  });

  it('uses more than half of the room', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 60 }), fc.integer({ min: 30, max: 80 }), (text, length) => {
        const cut = cutText(text, length);
        expect(cut.length).toBeGreaterThan(Math.min(text.length - 1, length / 2 - 5));
      }),
    );
  });
});
