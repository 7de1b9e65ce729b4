import { createElement, useMemo, type ReactNode } from 'react';

type Open = (page: string) => void;

type GuideTextProps = {
  /** As the core answers it: text, headings, lists, tables, links and pictures. */
  readonly html: string;
  readonly onOpen: Open;
};

type Drawing = {
  readonly element: Element;
  readonly key: number;
  readonly inside: ReactNode;
  readonly onOpen: Open;
};

const drawTitle = ({ element, key, inside }: Drawing) => (
  <h1 key={key} id={element.id} tabIndex={-1} data-view-title>
    {inside}
  </h1>
);

/** A wide table scrolls by itself, and by the arrow keys. */
const drawTable = ({ key, inside }: Drawing) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <div key={key} data-table tabIndex={0} role="group">
    <table>{inside}</table>
  </div>
);

const drawPicture = ({ element, key }: Drawing) => (
  <img
    key={key}
    src={element.getAttribute('src') ?? ''}
    alt={element.getAttribute('alt') ?? ''}
    width={Number(element.getAttribute('width'))}
    height={Number(element.getAttribute('height'))}
  />
);

const drawLink = ({ element, key, inside, onOpen }: Drawing) => {
  const href = element.getAttribute('href') ?? '';
  const page = /^#guide:([a-z0-9-]+)$/.exec(href)?.[1];
  if (page === undefined)
    return (
      <a key={key} href={href} target="_blank" rel="noreferrer">
        {inside}
      </a>
    );
  return (
    <a
      key={key}
      href={href}
      onClick={(event) => {
        event.preventDefault();
        onOpen(page);
      }}
    >
      {inside}
    </a>
  );
};

const drawPlain = ({ element, key, inside }: Drawing) =>
  createElement(element.tagName.toLowerCase(), { key, ...(element.id ? { id: element.id } : {}) }, inside);
const drawEmpty = ({ element, key }: Drawing) => createElement(element.tagName.toLowerCase(), { key });

/** How each element is drawn; of any other, only what is inside. */
const drawings: ReadonlyMap<string, (drawing: Drawing) => ReactNode> = new Map([
  ...'h2 h3 h4 h5 h6 p ul ol li blockquote pre code strong em s thead tbody tr th td'
    .split(' ')
    .map((tag) => [tag, drawPlain] as const),
  ['hr', drawEmpty] as const,
  ['br', drawEmpty] as const,
  ['h1', drawTitle] as const,
  ['table', drawTable] as const,
  ['img', drawPicture] as const,
  ['a', drawLink] as const,
]);

/** Space between the rows and cells of a table is no text. */
const isBlankInTable = (node: Node): boolean =>
  node.textContent?.trim() === '' &&
  ['TABLE', 'THEAD', 'TBODY', 'TR'].includes(node.parentNode?.nodeName ?? '');

const draw = (node: Node, key: number, onOpen: Open): ReactNode => {
  if (node.nodeType === Node.TEXT_NODE) return isBlankInTable(node) ? null : node.textContent;
  if (!(node instanceof Element)) return null;
  const children = [...node.childNodes];
  const inside = children.length > 0 ? children.map((child, index) => draw(child, index, onOpen)) : null;
  const drawing = drawings.get(node.tagName.toLowerCase());
  return drawing ? drawing({ element: node, key, inside, onOpen }) : inside;
};

/** A page of the guide, drawn element by element: nothing of it is ever taken for code. */
export const GuideText = ({ html, onOpen }: GuideTextProps) =>
  useMemo(() => {
    const { body } = new DOMParser().parseFromString(html, 'text/html');
    return <>{[...body.childNodes].map((child, index) => draw(child, index, onOpen))}</>;
  }, [html, onOpen]);
