import { expect, test } from 'vitest';
import { isShortcutName, largestShortcut, readShortcut } from '#renderer/features/capture/shortcut-file.ts';

const read = (name: string, text: string) => readShortcut(name, new TextEncoder().encode(text));

const binary = (address: string): Uint8Array =>
  Buffer.concat([
    Buffer.from('bplist00\u{00}', 'latin1'),
    Buffer.from([0xd1, 0x01, 0x02, 0x53]),
    Buffer.from('URL'),
    address.length < 15
      ? Buffer.from([0x50 + address.length])
      : address.length < 256
        ? Buffer.from([0x5f, 0x10, address.length])
        : Buffer.from([0x5f, 0x11, address.length >> 8, address.length & 255]),
    Buffer.from(`${address}\u0008tail`),
  ]);

test('reads the shortcuts of three systems', () => {
  expect(read('Seeds.url', '[InternetShortcut]\r\nURL=https://a.example/?x=1\r\nIconIndex=0')).toEqual({
    url: 'https://a.example/?x=1',
    title: 'Seeds',
    summary: '',
  });
  expect(
    read('B.webloc', '<dict><key>URL</key>\n<string>https://b.example/?a=1&amp;b=2</string></dict>')?.url,
  ).toBe('https://b.example/?a=1&b=2');
  expect(read('c.desktop', '[Desktop Entry]\nType=Link\nName=The C\nURL=https://c.example/')).toMatchObject({
    url: 'https://c.example/',
    title: 'The C',
  });
});

test.each(['http://a.io/', 'https://a.example/long/enough', `https://a.example/${'x'.repeat(400)}`])(
  'reads a binary list that holds %s',
  (address) => {
    expect(readShortcut('A.webloc', binary(address))?.url).toBe(address);
  },
);

test('reads UTF-16 as Windows writes it', () => {
  const text = Buffer.from('\uFEFF[InternetShortcut]\r\nURL=https://a.example/\r\n', 'utf16le');
  expect(readShortcut('Größe.url', text)).toMatchObject({ url: 'https://a.example/', title: 'Größe' });
});

test.each([
  ['a.url', '[InternetShortcut]\nURL=javascript:alert(1)'],
  ['a.url', '[InternetShortcut]\nURL=file:///C:/Windows'],
  ['a.desktop', '[Desktop Entry]\nType=Application\nExec=rm -rf /'],
  ['a.webloc', 'bplist00'],
  ['a.webloc', '<key>URL</key><string>file:///etc/passwd</string>'],
  ['a.url', `${'x'.repeat(largestShortcut)}\nURL=https://a.example/`],
  ['a.url', ''],
])('takes nothing from a %s that leads to no page', (name, text) => {
  expect(read(name, text)).toBeNull();
});

test('knows shortcuts by name', () => {
  expect(['A.URL', 'b.webloc', 'c.desktop', 'd.html', 'url'].map(isShortcutName)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});
