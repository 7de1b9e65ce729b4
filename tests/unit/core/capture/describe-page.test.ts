import { expect, it } from 'vitest';
import { decodePage } from '#core/capture/lookup/decode-page.ts';
import { describePage } from '#core/capture/lookup/describe-page.ts';

const describePageOf = (html: string) => describePage({ url: 'https://news.example/a/b', html });

it('reads Open Graph before the plain tags', () => {
  expect(
    describePageOf(`<!doctype html><html lang="en-GB"><head><title>Plain &amp; long | News</title>
      <meta property="og:title" content="Seeds  for all"><meta name="description" content="Plain words.">
      <meta property="og:site_name" content="The News"><meta property="og:image" content="/i/1.jpg">
      <meta property="article:published_time" content="2024-05-06T23:59:00-07:00">`),
  ).toEqual({
    title: 'Seeds for all',
    description: 'Plain words.',
    publishedOn: '2024-05-06',
    modifiedOn: null,
    publisher: 'The News',
    language: 'en-GB',
    picture: 'https://news.example/i/1.jpg',
  });
});

it('reads linked data, what is on the page before the page', () => {
  const data = {
    '@graph': [
      { '@type': 'WebPage', name: 'Page', datePublished: '2001' },
      { '@type': 'BreadcrumbList', name: 'No' },
      {
        '@type': ['NewsArticle'],
        headline: 'A headline',
        datePublished: '2019-11',
        dateModified: '2020-01-02T00:00:00Z',
        publisher: { name: 'A paper' },
        inLanguage: 'es',
        image: [{ url: 'http://img.example/x.png' }],
      },
    ],
  };
  expect(
    describePageOf(
      `<script type="application/ld+json">{broken</script><script type="application/ld+json">${JSON.stringify(data)}</script>`,
    ),
  ).toEqual({
    title: 'A headline',
    description: null,
    publishedOn: '2019-11',
    modifiedOn: '2020-01-02',
    publisher: 'A paper',
    language: 'es',
    picture: 'http://img.example/x.png',
  });
});

it('takes nothing that cannot be relied on, and no hostile address', () => {
  const { publishedOn, language, picture, title } = describePageOf(
    `<html lang="!!"><svg><title>Drawing</title></svg><title>A\u202Eb\u0000c</title>
     <meta name="dc.date" content="03/04/2020"><meta property="og:image" content="javascript:alert(1)">`,
  );
  expect({ publishedOn, language, picture, title }).toEqual({
    publishedOn: null,
    language: null,
    picture: null,
    title: 'A b c',
  });
});

it('survives a page that is nested without end', () => {
  expect(describePageOf(`<title>Deep</title>${'<div>'.repeat(150_000)}`).title).toBe('Deep');
});

it.each([
  ['the server', 'text/html; charset=windows-1251', Buffer.from([0xcf, 0xf0]), 'Пр'],
  [
    'the page',
    'text/html',
    Buffer.from('<meta charset=iso-8859-1>\xe9', 'latin1'),
    '<meta charset=iso-8859-1>é',
  ],
  ['its first bytes', 'text/html; charset=latin1', Buffer.from([0xef, 0xbb, 0xbf, 0xc3, 0xa9]), 'é'],
  ['nothing but UTF-8', 'text/html; charset=nobody-knows', Buffer.from('é'), 'é'],
  ['nothing and no UTF-8', 'text/html', Buffer.from('caf\xe9 x', 'latin1'), 'café x'],
])('decodes by %s', (_by, type, bytes, text) => {
  expect(decodePage(bytes, type)).toBe(text);
});

it('decodes UTF-8 that was cut within a character', () => {
  expect(decodePage(Buffer.from('é!€').subarray(0, 4), 'text/html')).toBe('é!\uFFFD');
});
