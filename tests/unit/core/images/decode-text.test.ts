import { describe, expect, it } from 'vitest';
import { decodeByteString, decodeLegacy, decodeXml, tidy } from '#core/images/decode-text.ts';

describe('text of old metadata', () => {
  it('is UTF-8 where it can be, else windows-1252', () => {
    expect(decodeLegacy(Buffer.from('Käte Müller'))).toBe('Käte Müller');
    expect(decodeLegacy(Buffer.from('K\xe4te \x93M\xfcller\x94', 'latin1'))).toBe('Käte “Müller”');
  });

  it('is decoded once, however the reader hands it over', () => {
    expect(decodeByteString('Müller')).toBe('Müller');
    expect(decodeByteString(Buffer.from('Müller').toString('latin1'))).toBe('Müller');
    expect(decodeByteString('Ольга')).toBe('Ольга');
  });

  it('of XML follows its byte order', () => {
    const text = '<?xpacket?><a>é</a>';
    const little = Buffer.from(text, 'utf16le');
    expect(decodeXml(little)).toBe(text);
    expect(decodeXml(Buffer.from(little).swap16())).toBe(text);
    expect(decodeXml(Buffer.concat([Buffer.from([0xff, 0xfe]), little]))).toBe(text);
    expect(decodeXml(Buffer.from(`\ufeff${text}\0\0`))).toBe(text);
  });

  it('loses padding and nothing else', () => {
    expect(tidy('  Jane\0\0 ')).toBe('Jane');
    expect(tidy('           ')).toBe('');
    expect(tidy('one\r\ntwo')).toBe('one\ntwo');
    expect(tidy('x'.repeat(6_000))).toHaveLength(5_000);
  });
});
