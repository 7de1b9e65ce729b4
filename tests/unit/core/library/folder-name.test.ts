import { describe, expect, it } from 'vitest';
import { toFolderName } from '#core/library/folder-name.ts';

describe('the name of a library’s folder', () => {
  it.each([
    ['Water & Rivers', 'Water & Rivers'],
    ['المكتبات', 'المكتبات'],
    ['../../etc/passwd', 'etc passwd'],
    ['a/b\\c:d*?"<>|e', 'a b c d e'],
    ['con', 'Library con'],
    ['Nul.txt', 'Library Nul.txt'],
    ['...', 'Library'],
    ['\u{202e}gpj.exe', 'gpj.exe'],
    ['Ends with dots. .', 'Ends with dots'],
  ])('of “%s” is “%s”', (title, name) => {
    expect(toFolderName(title)).toBe(name);
  });

  it('is not longer than systems take', () => {
    expect(Array.from(toFolderName('é'.repeat(300)))).toHaveLength(60);
  });
});
