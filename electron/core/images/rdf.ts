import { attributeOf, childElements, findElement, namespaces, textOf, type XmlElement } from './xml-tree.ts';

const { rdf, xml } = namespaces;

const isNode = (element: XmlElement) =>
  !(element.local === 'License' && (element.uri === namespaces.cc || element.uri === namespaces.ccOld));

/** The descriptions in an RDF block: `rdf:Description`, or Creative Commons' `cc:Work`. */
export const rdfNodes = (root: XmlElement): XmlElement[] => {
  const block = findElement(root, rdf, 'RDF');
  return block ? childElements(block).filter(isNode) : [];
};

const itemText = (item: XmlElement): string => attributeOf(item, rdf, 'resource') ?? textOf(item);

const isDefault = (item: XmlElement) => attributeOf(item, xml, 'lang')?.toLowerCase() === 'x-default';

/** A language alternative gives one text, `x-default` first (XMP part 1 §8.2.2.4); a list gives all of its items. */
const valuesIn = (property: XmlElement): string[] => {
  const container = childElements(property).find(
    ({ uri, local }) => uri === rdf && ['Alt', 'Seq', 'Bag'].includes(local),
  );
  if (!container) return [itemText(property)];
  const items = childElements(container).filter(({ uri, local }) => uri === rdf && local === 'li');
  if (container.local !== 'Alt') return items.map(itemText);
  const chosen = items.find(isDefault) ?? items[0];
  return chosen ? [itemText(chosen)] : [];
};

/** Every value of a property, written as an element or as an attribute of the description. */
export const rdfValues = (nodes: readonly XmlElement[], uri: string, local: string): string[] =>
  nodes.flatMap((node) => {
    const attribute = attributeOf(node, uri, local);
    const elements = childElements(node).filter((child) => child.uri === uri && child.local === local);
    return [...(attribute === null ? [] : [attribute]), ...elements.flatMap(valuesIn)];
  });

/** Every value of a field inside structures, at any depth, such as each licensor's address. */
export const rdfValuesInside = (nodes: readonly XmlElement[], uri: string, local: string): string[] =>
  nodes.flatMap((node) => [
    ...rdfValues([node], uri, local),
    ...rdfValuesInside(childElements(node), uri, local),
  ]);
