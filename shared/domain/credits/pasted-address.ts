/** What kind of page an address in a pasted credit leads to. `home`: a site's front page, which says nothing about the picture. */
export type PageKind = 'profile' | 'picture' | 'file' | 'home' | 'other';

type Rule = { readonly host: RegExp; readonly path: RegExp; readonly kind: PageKind };

const rules: readonly Rule[] = [
  { host: /(?:^|\.)staticflickr\.com$/, path: /./, kind: 'file' },
  { host: /(?:^|\.)flickr\.com$/, path: /^\/photos\/[^/]+\/\d+/, kind: 'picture' },
  { host: /(?:^|\.)flickr\.com$/, path: /^\/(?:people|photos)\/[^/]+\/?$/, kind: 'profile' },
  { host: /^flic\.kr$/, path: /^\/p\/./, kind: 'picture' },
  { host: /^upload\.wikimedia\.org$/, path: /./, kind: 'file' },
  { host: /(?:^|\.)wiki[mp]edia\.org$/, path: /^\/wiki\/user(?:_talk)?:/i, kind: 'profile' },
  { host: /(?:^|\.)wiki[mp]edia\.org$/, path: /^\/wiki\/(?:file|image):/i, kind: 'picture' },
  { host: /(?:^|\.)wikimedia\.org$/, path: /^\/w\/index\.php$/, kind: 'picture' },
  { host: /^unsplash\.com$/, path: /^\/(?:[a-z]{2}\/)?@[^/]+\/?$/, kind: 'profile' },
  { host: /^unsplash\.com$/, path: /^\/(?:[a-z]{2}\/)?photos\/[^/]+/, kind: 'picture' },
  { host: /^pexels\.com$/, path: /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/)?@[^/]+\/?$/, kind: 'profile' },
  { host: /^pexels\.com$/, path: /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/)?(?:photo|foto)\/[^/]+/, kind: 'picture' },
  { host: /^pixabay\.com$/, path: /^\/(?:[a-z]{2}\/)?users\/[^/]+/, kind: 'profile' },
  {
    host: /^pixabay\.com$/,
    path: /^\/(?:[a-z]{2}\/)?(?:photos|illustrations|vectors)\/[^/]+/,
    kind: 'picture',
  },
];

const known = /(?:^|\.)(?:flickr\.com|unsplash\.com|pexels\.com|pixabay\.com|wikimedia\.org|openverse\.org)$/;

/** Sorts an address by its site's own scheme. On an unknown site any page but the front page is `other`. */
export const pageKind = (address: string): PageKind => {
  if (!URL.canParse(address)) return 'other';
  const url = new URL(address);
  const host = url.hostname.toLowerCase().replace(/^www\./, '');
  const rule = rules.find((one) => one.host.test(host) && one.path.test(url.pathname));
  if (rule !== undefined) return rule.kind;
  return /^\/*$/.test(url.pathname) || known.test(host) ? 'home' : 'other';
};

/** The address without what sites add to count visitors (`utm_…`, `ref=openverse`), and without closing punctuation. */
export const cleanAddress = (address: string): string => {
  const plain = address.replace(/[.,;:!>\]]+$/, '');
  const [base = '', query] = plain.split('?');
  if (query === undefined) return plain;
  const [parameters = '', fragment] = query.split('#');
  const kept = parameters.split('&').filter((one) => !/^(?:utm_\w+=|ref=openverse$)/i.test(one));
  return `${base}${kept.length === 0 ? '' : `?${kept.join('&')}`}${fragment === undefined ? '' : `#${fragment}`}`;
};

/** Every address written out in a text, with closing brackets that belong to the sentence left outside. */
export const writtenAddresses = (text: string): readonly { start: number; end: number; href: string }[] =>
  [...text.matchAll(/https?:\/\/[^\s<>"“”]+/gi)].map((match) => {
    let href = match[0].replace(/[.,;:!]+$/, '');
    while (href.endsWith(')') && (href.match(/\(/g) ?? []).length < (href.match(/\)/g) ?? []).length)
      href = href.slice(0, -1).replace(/[.,;:!]+$/, '');
    return { start: match.index, end: match.index + href.length, href };
  });
