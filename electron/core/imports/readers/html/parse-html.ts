import { Document, DomHandler, isTag, Text, type ChildNode, type ParentNode } from 'domhandler';
import { Parser } from 'htmlparser2';
import { CarrelError } from '#shared/contract/errors.ts';
import { refusal } from '#core/refusal.ts';

/**
 * `tree`: how deep the tree gets, so that whoever walks it may call itself. `open`: how many elements may be open at
 * once, since each costs the parser a step for every one that follows; no page that is meant to be read has as many.
 */
const most = { tree: 90, open: 4_000 } as const;

const tooDeep = (): CarrelError => refusal('file-format', 'import-too-deep');

const hasNext = (node: ParentNode | undefined): boolean => node !== undefined && node.next !== null;

/** What lies deeper than the tree may get is put side by side at its deepest place, as browsers do: nothing is lost. */
class ShallowTree extends DomHandler {
  override onopentag(name: string, attributes: Record<string, string>): void {
    if (this.tagStack.length > most.open) throw tooDeep();
    super.onopentag(name, attributes);
  }

  protected override addNode(node: ChildNode): void {
    const open = this.tagStack;
    const isDeep = open.length > most.tree;
    // Words behind an element that was put beside its own parent come behind it there, too.
    if (isDeep && (isTag(node) || hasNext(open.at(-1)))) this.tagStack = open.slice(0, most.tree);
    super.addNode(node);
    this.tagStack = open;
  }
}

/** HTML as a tree of bounded depth, in time that grows with its length. Throws `file-format`, `import-too-deep`. */
export const parseHtml = (html: string): Document => {
  const tree = new ShallowTree();
  const parser = new Parser(tree);
  parser.write(html);
  parser.end();
  return tree.root;
};

/** As `parseHtml`, for a part of a record: what is too deep for a tree is its words alone, so that the record can come in. */
export const parseFragment = (html: string): Document => {
  try {
    return parseHtml(html);
  } catch (error) {
    if (!(error instanceof CarrelError)) throw error;
    return new Document([new Text(html.replaceAll(/<[^<>]*>/g, ' '))]);
  }
};
