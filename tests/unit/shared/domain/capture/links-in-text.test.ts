import { assert, property, string } from 'fast-check';
import { expect, it } from 'vitest';
import { linksInText, linksInUriList, listOfAddresses } from '#shared/domain/capture/links-in-text.ts';

const urls = (text: string) => linksInText(text).map(({ url }) => url);

it('finds addresses among words, without the punctuation of the sentence', () => {
  expect(
    urls('See (https://a.example/x_(y)), https://b.example/?q=1. And www.c.example! <https://d.example/>'),
  ).toEqual([
    'https://a.example/x_(y)',
    'https://b.example/?q=1',
    'https://www.c.example',
    'https://d.example/',
  ]);
});

it('takes the words beside an only address as its summary', () => {
  expect(linksInText('Seed saving – https://a.example/\nhttps://b.example/ https://c.example/')).toEqual([
    { url: 'https://a.example/', title: null, summary: 'Seed saving' },
    { url: 'https://b.example/', title: null, summary: '' },
    { url: 'https://c.example/', title: null, summary: '' },
  ]);
});

it('takes each address once, however it is spelled', () => {
  expect(urls('https://a.example/x\nhttp://www.a.example/x/?utm_source=y')).toEqual(['https://a.example/x']);
});

it('takes nothing but the web', () => {
  expect(
    urls('javascript:alert(1) file:///etc/passwd data:text/html,x ftp://a.example me@www.example.org'),
  ).toEqual([]);
});

it('drops what is not seen but changes how a text is read', () => {
  expect(linksInText('a\u0000\u202Eb https://a.example/')[0]?.summary).toBe('a b');
});

it('knows a list of addresses from a title', () => {
  expect(
    listOfAddresses(' https://a.example/, https://b.example/;www.c.example/x ')?.map(({ url }) => url),
  ).toEqual(['https://a.example/', 'https://b.example/', 'https://www.c.example/x']);
  expect(listOfAddresses('See https://a.example/')).toBeNull();
  expect(listOfAddresses('Seed library')).toBeNull();
  expect(listOfAddresses('')).toBeNull();
});

it('reads a list of URIs without its comments', () => {
  expect(
    linksInUriList('# by a browser\r\nhttps://a.example/\r\njavascript:1\r\nhttps://b.example/\r\n').map(
      ({ url }) => url,
    ),
  ).toEqual(['https://a.example/', 'https://b.example/']);
});

it('never throws, and answers only what may be linked to', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 300 }), (text) => {
      for (const { url } of linksInText(`${text} https://${text}`)) expect(url).toMatch(/^https?:\/\//i);
    }),
  );
});

it('reads a long text in one go', () => {
  expect(urls('http://'.repeat(100_000))).toHaveLength(0);
});
