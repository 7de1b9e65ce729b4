import { describe, expect, it } from 'vitest';
import { comparableAddress, isSameAddress, toWebAddress } from '#shared/domain/web-address.ts';

describe('isSameAddress', () => {
  it.each([
    'http://www.Example.org/path/',
    'https://example.org/path',
    'https://example.org:443/path#part',
    'https://example.org/path?utm_source=news&fbclid=abc',
  ])('takes %s for the same page', (address) => {
    expect(isSameAddress(address, 'https://example.org/path')).toBe(true);
  });

  it.each([
    'https://example.org/Path',
    'https://example.org/path/other',
    'https://example.org/path?id=2',
    'https://example.org/path#/route',
    'https://other.example.org/path',
    'ftp://example.org/path',
  ])('takes %s for another page', (address) => {
    expect(isSameAddress(address, 'https://example.org/path')).toBe(false);
  });

  it('does not mind the order of parameters', () => {
    expect(comparableAddress('https://example.org/?b=2&a=1')).toBe('example.org?a=1&b=2');
  });
});

describe('toWebAddress', () => {
  it('takes http and https, and adds https before www', () => {
    expect(toWebAddress(' https://example.org/a ')).toBe('https://example.org/a');
    expect(toWebAddress('www.example.org/a')).toBe('https://www.example.org/a');
  });

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    '/objects/1.jpg',
    'a b',
    'www.',
    '',
  ])('refuses %j', (text) => {
    expect(toWebAddress(text)).toBeNull();
  });
});
