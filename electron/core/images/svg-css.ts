import { allowedProperties } from './svg-allowed.ts';

const allowedFunctions = new Set(
  'rgb rgba hsl hsla calc matrix translate translatex translatey scale scalex scaley rotate skewx skewy blur'.split(
    ' ',
  ),
);

const localUrl = /url\(\s*(["']?)#[\w.:-]+\1\s*\)/gi;

/**
 * Whether a value, of an attribute or a declaration, leads nowhere: `url()` only to a part of the same drawing, no
 * escapes by which a word could be disguised, no function but those that calculate.
 */
export const isSafeValue = (value: string): boolean => {
  const rest = value.replaceAll(localUrl, ' ');
  if (/url\s*\(|[\\@<>{}]|\/\*|javascript:|expression/i.test(rest)) return false;
  return [...rest.matchAll(/([\w-]+)\s*\(/g)].every((match) =>
    allowedFunctions.has((match[1] ?? '').toLowerCase()),
  );
};

/** The ids that a value refers to by `url(#…)`. */
export const urlTargets = (value: string): string[] =>
  [...value.matchAll(localUrl)].map((match) => /#([\w.:-]+)/.exec(match[0])?.[1] ?? '');

const withoutComments = (css: string) => css.replaceAll(/\/\*[^]*?(?:\*\/|$)/g, ' ');

/** The declarations of a `style` attribute that are allowed, written anew. */
export const cleanDeclarations = (css: string): string =>
  withoutComments(css)
    .split(';')
    .flatMap((declaration) => {
      const colon = declaration.indexOf(':');
      const name = declaration.slice(0, colon).trim().toLowerCase();
      const value = declaration.slice(colon + 1).trim();
      return colon > 0 && value !== '' && allowedProperties.has(name) && isSafeValue(value)
        ? [`${name}:${value}`]
        : [];
    })
    .join(';');

const blockEnd = (css: string, open: number): number => {
  let depth = 0;
  for (let at = open; at < css.length; at += 1) {
    if (css[at] === '{') depth += 1;
    else if (css[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return css.length;
};

const cleanRule = (prelude: string, body: string): string => {
  const selector = prelude.trim();
  if (!/^[\w\s.#,>+~*:()[\]="'-]+$/.test(selector)) return '';
  const declarations = cleanDeclarations(body);
  return declarations === '' ? '' : `${selector}{${declarations}}`;
};

/** A style sheet's plain rules, written anew. At-rules go: `@import` and `@font-face` load, the others are rare. */
export const cleanStyleSheet = (source: string): string => {
  const css = withoutComments(source).replaceAll(/<!--|-->/g, ' ');
  const rules: string[] = [];
  let at = 0;
  while (at < css.length) {
    const end = css.slice(at).search(/[;{]/);
    if (end === -1) break;
    const stop = at + end;
    const close = css[stop] === '{' ? blockEnd(css, stop) : stop;
    if (css[stop] === '{') rules.push(cleanRule(css.slice(at, stop), css.slice(stop + 1, close)));
    at = close + 1;
  }
  return rules.filter((rule) => rule !== '').join('\n');
};
