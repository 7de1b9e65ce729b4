// A drag inside the app (an entry, a topic) carries a type of the app's own, beside those for other programs.
const isOwn = (type: string): boolean =>
  type.startsWith('application/x-carrel') || type.startsWith('application/vnd.react-aria');

const taken: ReadonlySet<string> = new Set([
  'Files',
  'text/uri-list',
  'text/x-moz-url',
  'text/html',
  'text/plain',
]);

/** Whether what is dragged comes from another program and may hold links, text, pictures or files. */
export const comesFromOutside = (transfer: DataTransfer | null): transfer is DataTransfer =>
  transfer !== null && !transfer.types.some(isOwn) && transfer.types.some((type) => taken.has(type));
