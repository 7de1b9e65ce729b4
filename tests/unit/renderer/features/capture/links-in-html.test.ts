import { expect, test } from 'vitest';
import { linksInHtml } from '#renderer/features/capture/links-in-html.ts';

test('reads a link with its words and the words around it', () => {
  expect(
    linksInHtml(
      `<p>Read <a href="https://a.example/x">Seed  saving</a> before spring.</p>
       <ul><li><a href="https://b.example/">B</a></li><li><a href="https://c.example/">https://c.example/</a></li></ul>`,
    ).links,
  ).toEqual([
    { url: 'https://a.example/x', title: 'Seed saving', summary: 'Read Seed saving before spring.' },
    { url: 'https://b.example/', title: 'B', summary: '' },
    { url: 'https://c.example/', title: null, summary: '' },
  ]);
});

test('takes no script, no file and no relative link', () => {
  const html = `<a href="javascript:alert(1)">a</a><a href="file:///etc/passwd">b</a><a href="/c">c</a>
    <script>document.title = 'run'</script><a href="data:text/html,x">d</a>`;
  expect(linksInHtml(html)).toEqual({ links: [], picture: null });
  expect(document.title).not.toBe('run');
});

test('knows a picture alone from a text with a picture', () => {
  const picture = '<img src="https://a.example/p.jpg">';
  expect(linksInHtml(picture).picture).toBe('https://a.example/p.jpg');
  expect(linksInHtml(`<p>Words ${picture} <a href="https://a.example/">A</a></p>`).picture).toBeNull();
});
