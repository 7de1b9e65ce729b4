/** The longest a topic's title may be. */
const longest = 500;

/** A title on one line that fits; empty when there is nothing in it. */
export const toTitle = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  // Not in the middle of a surrogate pair.
  return line.length <= longest ? line : `${line.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`;
};

/** A folder as programs write it in one cell, its levels parted by ` / `, `>` or `/`, as titles from the outermost. */
export const toFolderPath = (text: string): string[] =>
  text
    .split(/\s+\/\s+|\s*>\s*|(?<=\S)\/(?=\S)|\s*\|\s*/)
    .map(toTitle)
    .filter((title) => title !== '');
