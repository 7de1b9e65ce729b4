import { describe, expect, it } from 'vitest';
import { sniff } from '#core/images/sniff.ts';

const bytes = (text: string) => Buffer.from(text.padEnd(64, '\0'), 'latin1');
const ftyp = (brands: string) => bytes(`\0\0\0\x18ftyp${brands}`);

/** A little-endian TIFF directory of one entry. */
const tiff = (tag: number, value: number) => {
  const file = Buffer.alloc(64);
  file.write('II*\0', 'latin1');
  file.writeUInt32LE(8, 4);
  file.writeUInt16LE(1, 8);
  file.writeUInt16LE(tag, 10);
  file.writeUInt32LE(value, 18);
  return file;
};

describe('sniff', () => {
  it.each([
    ['\xff\xd8\xff\xe0', 'image/jpeg'],
    ['\x89PNG\r\n\x1a\n', 'image/png'],
    ['GIF89a', 'image/gif'],
    ['RIFF\0\0\0\0WEBPVP8 ', 'image/webp'],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
    ['\xef\xbb\xbf<?xml version="1.0"?>\n<!-- a --><svg:svg/>', 'image/svg+xml'],
  ])('knows %j as %s', (start, mediaType) => {
    expect(sniff(bytes(start))).toEqual({ mediaType });
  });

  it.each([
    ['8BPS\0\x01', 'image-psd'],
    ['BM\x46\0\0\0\0\0\0\0\x36\0', 'image-bmp'],
    ['\0\0\x01\0\x02\0', 'image-icon'],
    ['%PDF-1.7', 'image-pdf'],
    ['\x1aE\xdf\xa3', 'image-video'],
    ['FUJIFILMCCD-RAW 0201', 'image-raw'],
    ['\xff\x0a\x00', 'image-jpeg-family'],
    ['PK\x03\x04', 'image-unknown'],
    ['<!DOCTYPE html><html><svg></svg></html>', 'image-unknown'],
    ['Dear reader', 'image-unknown'],
  ])('refuses %j with %s', (start, refusal) => {
    expect(sniff(bytes(start))).toEqual({ refusal });
  });

  it('tells the kinds of ISO media by their brands', () => {
    expect(sniff(ftyp('avif\0\0\0\0mif1avif'))).toEqual({ mediaType: 'image/avif' });
    expect(sniff(ftyp('heic\0\0\0\0mif1heic'))).toEqual({ refusal: 'image-heic' });
    expect(sniff(ftyp('crx \0\0\0\x01crx isom'))).toEqual({ refusal: 'image-raw' });
    expect(sniff(ftyp('isom\0\0\x02\0isommp42'))).toEqual({ refusal: 'image-video' });
  });

  it('takes a TIFF, but not a camera raw file that begins as one', () => {
    expect(sniff(tiff(0x100, 640))).toEqual({ mediaType: 'image/tiff' });
    expect(sniff(tiff(0xfe, 1))).toEqual({ refusal: 'image-raw' });
    expect(sniff(tiff(0xc612, 0x401))).toEqual({ refusal: 'image-raw' });
  });

  it('has a reason for an empty file', () => {
    expect(sniff(Buffer.alloc(0))).toEqual({ refusal: 'image-empty' });
  });
});
