import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from '#core/imports/decode-text.ts';

const text = 'title,creator\nBéjaïa “quoted”,José Ñandú\nGrüße aus Köln,Çelik\n';

describe('decodeText', () => {
  it.each(['UTF-8', 'UTF-16LE', 'UTF-16BE', 'windows-1252'])('reads %s', (encoding) => {
    expect(decodeText(iconv.encode(text, encoding))).toEqual({ text, encoding });
  });

  it.each(['UTF-8', 'UTF-16LE', 'UTF-16BE'])(
    'reads %s with a byte order mark, and drops the mark',
    (encoding) => {
      expect(decodeText(iconv.encode(text, encoding, { addBOM: true }))).toEqual({ text, encoding });
    },
  );

  it('knows Cyrillic and Japanese encodings in texts of some length', () => {
    const russian = 'title\nБиблиотека и общество: партнёрство и сотрудничество в небольшом городе\n'.repeat(
      5,
    );
    expect(decodeText(iconv.encode(russian, 'windows-1251')).text).toBe(russian);
    const japanese = 'title\n図書館は地域の人々と協力して庭を作ります。みんなで読みましょう。\n'.repeat(5);
    expect(decodeText(iconv.encode(japanese, 'Shift_JIS')).text).toBe(japanese);
  });

  it.each([
    ['a ZIP file', [0x50, 0x4b, 3, 4, 20, 0], 'import-binary'],
    ['an XLS file', [0xd0, 0xcf, 0x11, 0xe0, 0xa1], 'import-old-spreadsheet'],
    ['a PDF', [...Buffer.from('%PDF-1.7\n')], 'import-binary'],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13], 'import-binary'],
    ['an empty file', [], 'import-empty'],
    ['a file of blanks', [0x20, 0x0a, 0x0a], 'import-empty'],
    ['a mark and nothing else', [0xef, 0xbb, 0xbf], 'import-empty'],
  ])('refuses %s', (_name, bytes, reason) => {
    expect(() => decodeText(Uint8Array.from(bytes))).toThrow(
      expect.objectContaining({ code: 'file-format', details: { reason } }),
    );
  });
});
