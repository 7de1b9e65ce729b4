import { isTag, isText, type ChildNode, type Element, type ParentNode } from 'domhandler';

const silent = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'head',
  'iframe',
  'select',
  'button',
  'form',
]);

/** How deep a page is followed; no real one is deeper. */
const mostDepth = 256;

/** Whether an element has a class of that name. */
export const hasClass = (element: Element, name: string): boolean =>
  (element.attribs['class'] ?? '').split(/\s+/).includes(name);

/** Elements that pass a test, in the order of the page; not those inside of one found. */
export const findElements = (node: ParentNode, test: (element: Element) => boolean, depth = 0): Element[] =>
  depth > mostDepth
    ? []
    : node.children.flatMap((child) => {
        if (!isTag(child)) return [];
        if (test(child)) return [child];
        return silent.has(child.name) && child.name !== 'head' ? [] : findElements(child, test, depth + 1);
      });

/** All words inside on one line. */
export const wordsIn = (nodes: readonly ChildNode[], depth = 0): string =>
  depth > mostDepth
    ? ''
    : nodes
        .map((node) => {
          if (isText(node)) return node.data;
          if (!isTag(node) || silent.has(node.name)) return '';
          const words = wordsIn(node.children, depth + 1);
          return /^(?:p|div|li|br|td|th|h[1-6]|dd|dt)$/.test(node.name) ? ` ${words} ` : words;
        })
        .join('')
        .replaceAll(/\s+/g, ' ')
        .replace(depth === 0 ? /^ | $/g : /$^/g, '');

/** The elements directly inside. */
export const elementsIn = (node: ParentNode): Element[] => node.children.filter(isTag);
