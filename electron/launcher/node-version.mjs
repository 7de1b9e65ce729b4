/** Carrel sets itself up on this Node or a later one. */
const oldest = [20, 19];

/**
 * Whether version `present` is at least `wanted`, given as major and minor.
 * @param {string} present for example `22.15.1`
 * @param {readonly number[]} wanted for example `[22, 15]`
 * @returns {boolean}
 */
export const atLeast = (present, wanted) => {
  const [major = 0, minor = 0] = present.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = wanted;
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
};

/**
 * A sentence for people whose Node is too old; null when it is not.
 * @param {string} present
 * @returns {string | null}
 */
export const tooOld = (present) =>
  atLeast(present, oldest)
    ? null
    : `Carrel needs Node ${oldest.join('.')} or later; this is ${present}. Get a newer one at https://nodejs.org and try again.`;
