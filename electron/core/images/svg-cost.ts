import { refuse } from './refusals.ts';
import { cleanStyleSheet, urlTargets } from './svg-css.ts';
import { attributeOf, childElements, namespaces, textOf, type XmlElement } from './xml-tree.ts';

/** Elements a renderer may have to draw once every reference is followed. Detailed maps stay below. */
const mostDrawn = 100_000;
/** Elements deep, references followed. */
const deepest = 1_000;

type Drawing = {
  readonly ids: Map<string, XmlElement>;
  /** What style sheets refer to, by class; under `''` what holds for any element. */
  readonly byClass: Map<string, string[]>;
};

const collectSheet = (css: string, byClass: Map<string, string[]>) => {
  for (const [, selectors = '', body = ''] of cleanStyleSheet(css).matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const targets = urlTargets(body);
    for (const selector of targets.length === 0 ? [] : selectors.split(',')) {
      const name = /\.([\w-]+)/.exec(selector)?.[1] ?? '';
      byClass.set(name, [...(byClass.get(name) ?? []), ...targets]);
    }
  }
};

const collect = (element: XmlElement, drawing: Drawing): Drawing => {
  const id = attributeOf(element, '', 'id');
  if (id !== null && !drawing.ids.has(id)) drawing.ids.set(id, element);
  if (element.local === 'style') collectSheet(textOf(element), drawing.byClass);
  for (const child of childElements(element)) collect(child, drawing);
  return drawing;
};

const targetsOf = (element: XmlElement, { ids, byClass }: Drawing): XmlElement[] => {
  const href = attributeOf(element, namespaces.xlink, 'href') ?? attributeOf(element, '', 'href') ?? '';
  const classes = ['', ...(attributeOf(element, '', 'class') ?? '').split(/\s+/)];
  return [
    ...(href.trim().startsWith('#') ? [href.trim().slice(1)] : []),
    ...element.attributes.flatMap(({ value }) => (value.includes('url(') ? urlTargets(value) : [])),
    ...[...new Set(classes)].flatMap((name) => byClass.get(name) ?? []),
  ].flatMap((id) => ids.get(id) ?? []);
};

/**
 * Refuses a drawing that multiplies itself: `use`, patterns, masks and markers that name each other can draw billions
 * of elements from a few lines. A reference to an element around it counts once; renderers stop there, too.
 */
export const refuseCostlySvg = (root: XmlElement): void => {
  const drawing = collect(root, { ids: new Map(), byClass: new Map() });
  const known = new Map<XmlElement, number>();
  const underway = new Set<XmlElement>();
  const costOf = (element: XmlElement): number => {
    const before = known.get(element);
    if (before !== undefined) return before;
    if (underway.has(element)) return 1;
    underway.add(element);
    if (underway.size > deepest) throw refuse('svg-too-complex');
    let cost = 1;
    for (const part of [...childElements(element), ...targetsOf(element, drawing)]) cost += costOf(part);
    underway.delete(element);
    known.set(element, cost);
    if (cost > mostDrawn) throw refuse('svg-too-complex');
    return cost;
  };
  costOf(root);
};
