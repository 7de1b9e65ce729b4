/** At the latest after so many milliseconds, however busy the page is. */
const patience = 300;

/**
 * Calls back when what is due has been painted and nothing else goes on; where a browser does not tell, a moment later.
 * Answers how to call it off.
 */
export const whenIdle = (work: () => void): (() => void) => {
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(work, 50);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(work, { timeout: patience });
  return () => cancelIdleCallback(handle);
};
