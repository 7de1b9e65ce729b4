/** Characters that a file system has another use for, and those that nobody sees. */
const forbidden = /[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu;

/** Names that Windows keeps for devices, with any ending. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** In characters, of up to four bytes each: systems take names of 255 bytes. */
const longest = 60;

/** A name for a folder that every system takes, as near to `title` as may be. */
export const toFolderName = (title: string): string => {
  const plain = title.replaceAll(forbidden, ' ').replaceAll(/\s+/g, ' ').trim();
  const cut = Array.from(plain)
    .slice(0, longest)
    .join('')
    .replaceAll(/^[. ]+|[. ]+$/g, '');
  return devices.test(cut) ? `Library ${cut}` : cut || 'Library';
};
