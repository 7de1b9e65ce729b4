import { expect, test } from 'vitest';
import { recogniseEvidence } from '#core/evidence/recognise-file.ts';

const extension = (bytes: string | Buffer) =>
  recogniseEvidence(Buffer.from(bytes as string, 'latin1'))?.extension;

test.each([
  ['%PDF-1.7\n…', 'pdf'],
  ['\x89PNG\r\n\x1a\n', 'png'],
  ['\xff\xd8\xff\xe0', 'jpg'],
  ['\xd0\xcf\x11\xe0\xa1\xb1', 'msg'],
  ['From: a@example.org\r\nSubject: Yes\r\n\r\nYou may.', 'eml'],
  [
    'From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\tboundary="x"\n\n',
    'mhtml',
  ],
  ['<!DOCTYPE html><title>Photo</title>', 'html'],
  ['\n<html lang="en">', 'html'],
  ['She said yes.', 'txt'],
  ['PK\x03\x04 [Content_Types].xml word/document.xml', 'docx'],
])('recognizes %j by its content', (bytes, expected) => {
  expect(extension(bytes)).toBe(expected);
});

test.each([['MZ\0\x01'], ['PK\x03\x04 anything.exe'], ['\x7fELF\0'], ['\0\0\0']])(
  'does not take %j for evidence',
  (bytes) => {
    expect(extension(bytes)).toBeUndefined();
  },
);

test('takes mail whose words are not UTF-8 by its head', () => {
  expect(extension('From: M\xfcller <a@example.org>\nSubject: Ja\n\nGern!')).toBe('eml');
});
