import { escapeText } from '../text/html.ts';
import { declaration, vocabulary } from './names.ts';

type Relation = { readonly type: string; readonly target: string; readonly isOutside: boolean };

/** The relations of the document's part, collected while it is written: each target once, in order. */
export type Relations = {
  readonly outside: (address: string) => string;
  readonly inside: (type: 'image' | 'styles' | 'numbering' | 'settings' | 'footer', target: string) => string;
  readonly text: () => string;
};

/** A part that says what belongs to another part. */
export const relationsText = (relations: readonly Relation[]): string =>
  `${declaration}<Relationships xmlns="${vocabulary.packaging}/relationships">${relations
    .map(
      ({ type, target, isOutside }, index) =>
        `<Relationship Id="rId${index + 1}" Type="${type}" Target="${escapeText(target)}"${isOutside ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')}</Relationships>`;

/** No relations yet. */
export const createRelations = (): Relations => {
  const all = new Map<string, Relation>();
  const add = (relation: Relation): string => {
    all.set(relation.target, all.get(relation.target) ?? relation);
    return `rId${[...all.keys()].indexOf(relation.target) + 1}`;
  };
  return {
    outside: (target) => add({ type: `${vocabulary.relations}/hyperlink`, target, isOutside: true }),
    inside: (type, target) => add({ type: `${vocabulary.relations}/${type}`, target, isOutside: false }),
    text: () => relationsText([...all.values()]),
  };
};
