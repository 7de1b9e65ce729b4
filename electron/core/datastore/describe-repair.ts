import type { Repaired } from './repair-library.ts';

const rebuiltLines = ({ rebuilt }: Repaired): string[] => {
  if (!rebuilt) return [];
  const { backup, changes, lostChanges, pictures, kept } = rebuilt;
  return [
    backup === null
      ? 'library.json was made anew: there was no readable backup.'
      : `library.json was made anew from the backup ${backup}.`,
    `${changes} later changes were made again, ${lostChanges} could not be.`,
    ...(pictures > 0 ? [`${pictures} pictures came back from the files beside them.`] : []),
    ...kept.map((name) => `What was there is kept as ${name}`),
  ];
};

/** What a repair did, told in sentences for a terminal. */
export const describeRepair = (repaired: Repaired): string[] => {
  const lines = [
    ...rebuiltLines(repaired),
    ...repaired.recovery.map(({ key }) => `Mended while opening: ${key}.`),
    ...(repaired.mended > 0
      ? [`${repaired.mended} references that led nowhere were mended. Undo takes that back.`]
      : []),
  ];
  return lines.length > 0 ? lines : ['There was nothing to repair.'];
};
