import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replaceText, showReplaced, textPattern } from '#shared/domain/replace-text.ts';

const loosely = (find: string) => textPattern({ find, matchCase: false, wholeWords: false });

describe('finding and replacing', () => {
  it.each([
    ['a.b', 'a.b axb', '- axb'],
    ['$&', 'costs $& more', 'costs - more'],
    ['(c)', 'by (c) me', 'by - me'],
    ['\\d', 'digit \\d 7', 'digit - 7'],
  ])('takes %s literally', (find, text, expected) => {
    expect(replaceText(text, loosely(find), '-').text).toBe(expected);
  });

  it('takes what stands in literally, too', () => {
    expect(replaceText('one', loosely('one'), '$& $1 $$').text).toBe('$& $1 $$');
  });

  it('finds whole words in every script', () => {
    const whole = (find: string) => textPattern({ find, matchCase: true, wholeWords: true });
    expect(replaceText('art, artist, Art', whole('art'), 'x')).toEqual({ text: 'x, artist, Art', count: 1 });
    expect(replaceText('été étés', whole('été'), 'x').text).toBe('x étés');
    expect(replaceText('сад садовник', whole('сад'), 'x').text).toBe('x садовник');
    expect(replaceText('C++ and C++11', whole('C++'), 'x').text).toBe('x and C++11');
  });

  it('minds the case only when asked', () => {
    expect(replaceText('Cat cat', loosely('CAT'), 'x').count).toBe(2);
    expect(
      replaceText('Cat cat', textPattern({ find: 'cat', matchCase: true, wholeWords: false }), 'x').count,
    ).toBe(1);
  });

  it('leaves nothing of what was found, and everything else', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.array(fc.string()), (find, parts) => {
        const text = parts.join(find);
        const pattern = textPattern({ find, matchCase: true, wholeWords: false });
        expect(replaceText(text, pattern, find)).toMatchObject({ text });
        expect(replaceText(text, pattern, '').text).toBe(text.split(find).join(''));
      }),
    );
  });

  it('shows a match with its surroundings, and leaves out what is far away', () => {
    const far = 'word '.repeat(40);
    const pieces = showReplaced(`${far}cat ${far}`, loosely('cat'), 'dog');
    expect(pieces.map(({ kind }) => kind)).toEqual(['kept', 'kept', 'removed', 'added', 'kept']);
    expect(pieces.map(({ text }) => text).join('').length).toBeLessThan(140);
  });
});
