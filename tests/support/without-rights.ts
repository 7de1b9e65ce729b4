/** An account that owns nothing (`nobody`). */
const nobody = 65_534;

/**
 * Runs `work` as somebody who may not write where only the owner may: for root, whom no permissions stop, under another
 * account.
 */
export const withoutRights = async <Value>(work: () => Promise<Value>): Promise<Value> => {
  if (process.getuid?.() !== 0) return work();
  process.seteuid?.(nobody);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
};
