import { refusal } from '#core/refusal.ts';

const mostDepth = 200;

const [quote, backslash] = [0x22, 0x5c];
const opening = new Set([0x5b, 0x7b]);
const closing = new Set([0x5d, 0x7d]);

/** Whether brackets nest deeper than allowed, outside of texts. Found without recursion, since parsers recurse. */
const isTooDeep = (text: string): boolean => {
  let depth = 0;
  let isInText = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (isInText && code === backslash) index += 1;
    else if (code === quote) isInText = !isInText;
    else if (!isInText && opening.has(code)) depth += 1;
    else if (!isInText && closing.has(code)) depth -= 1;
    if (depth > mostDepth) return true;
  }
  return false;
};

/**
 * Parses JSON from outside. Members named `__proto__` are left out, so that nothing can reach into other objects.
 * Throws `file-format` on what is broken or nested beyond reason.
 */
export const parseJson = (text: string): unknown => {
  if (isTooDeep(text)) throw refusal('file-format', 'import-too-deep');
  try {
    return JSON.parse(text, (key, value: unknown) => (key === '__proto__' ? undefined : value));
  } catch {
    throw refusal('file-format', 'import-broken-json');
  }
};
