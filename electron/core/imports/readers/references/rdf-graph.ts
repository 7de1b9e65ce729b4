import { childrenOf, textOf, type LooseElement } from '../loose-xml.ts';

/** A described thing: its properties with their values, texts or names of other things. */
export type RdfNode = {
  readonly id: string;
  readonly types: string[];
  readonly values: Map<string, string[]>;
};

export type RdfGraph = ReadonlyMap<string, RdfNode>;

const typeUri = (uri: string): string => uri.replace(/^.*[/#]/, '');

const nameOf = ({ attributes }: LooseElement): string | null => {
  const id = attributes.get('rdf:ID');
  return (
    attributes.get('rdf:about') ??
    attributes.get('about') ??
    attributes.get('rdf:nodeID') ??
    (id === undefined ? null : `#${id}`)
  );
};

const resourceOf = ({ attributes }: LooseElement): string | undefined =>
  attributes.get('rdf:resource') ?? attributes.get('resource') ?? attributes.get('rdf:nodeID');

/** Reads RDF/XML into things by their names. Containers (`rdf:Seq`, `rdf:Bag`) are things with members. */
export const readRdf = (root: LooseElement): RdfGraph => {
  const graph = new Map<string, RdfNode>();
  const readProperty = (node: RdfNode, property: LooseElement): void => {
    const resource = resourceOf(property);
    if (property.name === 'rdf:type' && resource !== undefined) {
      node.types.push(typeUri(resource));
      return;
    }
    const values = node.values.get(property.name) ?? [];
    node.values.set(property.name, values);
    const inside = childrenOf(property);
    if (resource !== undefined) values.push(resource);
    else if (inside.length === 0) values.push(textOf(property).trim());
    else values.push(...inside.map(readNode));
  };
  const readNode = (element: LooseElement): string => {
    const id = nameOf(element) ?? `_:${graph.size}`;
    const node = graph.get(id) ?? { id, types: [], values: new Map<string, string[]>() };
    graph.set(id, node);
    if (element.name !== 'rdf:Description') node.types.push(element.name);
    for (const property of childrenOf(element)) readProperty(node, property);
    return id;
  };
  for (const top of childrenOf(root)) {
    for (const element of top.name === 'rdf:RDF' ? childrenOf(top) : [top]) readNode(element);
  }
  return graph;
};

/** The values of a property, lists and wrapped texts resolved. */
export const valuesOf = (graph: RdfGraph, node: RdfNode, name: string, depth = 0): string[] =>
  (node.values.get(name) ?? []).flatMap((value) => {
    const other = graph.get(value);
    if (other === undefined || depth > 3) return value === '' ? [] : [value];
    const wrapped = ['rdf:value', 'rdf:li'].flatMap((inner) => valuesOf(graph, other, inner, depth + 1));
    return wrapped.length > 0 ? wrapped : [value];
  });
