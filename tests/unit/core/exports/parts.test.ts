import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { manifestText, parseManifest } from '#core/exports/manifest.ts';
import { relativePath, safeAddress } from '#core/exports/site/links.ts';
import { jsonInScript } from '#core/exports/site/page.ts';
import { derivativePath, derivativesOf } from '#core/exports/site/pictures.ts';
import { cleanText, escapeText, html, trusted } from '#core/exports/text/html.ts';
import { anImage } from '#tests/support/records.ts';

describe('html', () => {
  it('escapes values, joins lists, leaves markup alone and drops nothing-values', () => {
    expect(html`<p title="${'"<&\''}">${['a<b', html`<i>${1}</i>`, null, false]}</p>`.markup).toBe(
      '<p title="&quot;&lt;&amp;&#39;">a&lt;b<i>1</i></p>',
    );
    expect(html`${trusted('<b>')}`.markup).toBe('<b>');
  });

  it('leaves out characters that HTML and XML forbid', () => {
    expect(escapeText('a\u0000\u0007\u0085\uFFFE\uD800b\tc\n')).toBe('ab\tc\n');
  });

  it('leaves out the same of every character, whichever way it is looked at', () => {
    const unwanted = /(?![\t\n\r])\p{Cc}|[\u202D\u202E\uFDD0-\uFDEF\uFFFE\uFFFF]|\p{Surrogate}/u;
    const all = Array.from({ length: 0x1_00_00 }, (_, code) => String.fromCodePoint(code));
    const wrong = all.filter(
      (character) => cleanText(character) !== (unwanted.test(character) ? '' : character),
    );
    expect(wrong).toEqual([]);
    expect(all.filter((character) => unwanted.test(character) && escapeText(character) !== '')).toEqual([]);
  });
});

describe('jsonInScript', () => {
  it('says the same as the data, and cannot end the element', () => {
    const data = { name: '</script><!--<script>\u2028&"' };
    const { markup } = jsonInScript(data);
    expect(markup).not.toContain('<');
    expect(JSON.parse(markup)).toEqual(data);
  });
});

describe('safeAddress', () => {
  it.each([
    ['https://example.org/a?b=c&d#e', 'https://example.org/a?b=c&d#e'],
    ['HTTP://EXAMPLE.org', 'http://example.org/'],
    ['https://example.org/a|b?x[]=%zz{1}', 'https://example.org/a%7Cb?x%5B%5D=%25zz%7B1%7D'],
    ['https://example.org/%E2%82%AC', 'https://example.org/%E2%82%AC'],
    ['https://user@example.org:8080/', 'https://user@example.org:8080/'],
    ['https://[2001:db8::1]/', 'https://[2001:db8::1]/'],
    ['javascript:alert(1)', null],
    ['//example.org', null],
    ['https:// example.org', null],
    [null, null],
  ])('makes %j %j', (address, safe) => {
    expect(safeAddress(address)).toBe(safe);
  });

  it('says of an address of plain signs what the URL parser says', () => {
    const signs = [
      'a',
      'B',
      '1',
      '-',
      '.',
      '..',
      '/',
      '//',
      '?',
      '&',
      '=',
      '~',
      '_',
      'xn--',
      '%41',
      ':80',
      '#',
    ];
    const rest = fc.array(fc.constantFrom(...signs), { maxLength: 8 }).map((parts) => parts.join(''));
    const host = fc.constantFrom(
      'example.org',
      'a.b-c.example',
      '1.2.3.4',
      'xn--a.org',
      'EXAMPLE.org',
      'host',
    );
    fc.assert(
      fc.property(host, rest, (name, path) => {
        const address = `https://${name}/${path}`;
        const { protocol, host: where, pathname, search, hash } = new URL(address);
        expect(safeAddress(address)).toBe(`${protocol}//${where}${pathname}${search}${hash}`);
      }),
    );
  });
});

describe('relativePath', () => {
  it('leads from a page in a folder up to the root and back', () => {
    expect(relativePath('index.html', 'topics/a.html')).toBe('topics/a.html');
    expect(relativePath('topics/a.html', 'topics/b.html')).toBe('../topics/b.html');
  });
});

describe('derivativesOf', () => {
  const widths = (width: number, mediaType = 'image/png') => [
    ...new Set(
      derivativesOf(anImage({ width, height: width, mediaType }), { hero: true, logo: false }).map(
        derivativePath,
      ),
    ),
  ];

  it('never makes a picture larger than it is', () => {
    expect(widths(600)).toEqual(
      ['240.webp', '480.webp', '600.webp', '600.jpg'].map((name) => `images/aaaaaaaaaaaa-${name}`),
    );
    expect(widths(100)).toEqual(['images/aaaaaaaaaaaa-100.webp', 'images/aaaaaaaaaaaa-100.jpg']);
  });

  it('makes a drawing in every width', () => {
    expect(widths(24, 'image/svg+xml')).toContain('images/aaaaaaaaaaaa-1600.webp');
  });
});

describe('the manifest', () => {
  it('is sorted and reads back as it was written', () => {
    const file = (path: string) => ({ path, bytes: 1, sha256: 'a'.repeat(64) });
    const manifest = {
      generator: 'Carrel' as const,
      version: '1.2.3',
      files: [file('b.html'), file('a/c.html')],
    };
    const text = manifestText(manifest);
    expect(parseManifest(text)).toEqual({ ...manifest, files: [file('a/c.html'), file('b.html')] });
  });

  it.each(['../x', '/x', 'a/../../x', '.hidden', 'a\\b', 'C:/x', ''])(
    'is not one when it names %j',
    (path) => {
      const files = [{ path, bytes: 1, sha256: 'a'.repeat(64) }];
      expect(parseManifest(JSON.stringify({ generator: 'Carrel', version: '1', files }))).toBeNull();
    },
  );

  it('is not one when it is of something else', () => {
    expect(parseManifest('{"name":"x"}')).toBeNull();
    expect(parseManifest('no JSON')).toBeNull();
  });
});
