const families = ['Atkinson Hyperlegible Next Variable', 'Source Serif 4 Variable'];
/** Without its fonts the window is drawn all the same, after so many milliseconds. */
const patience = 500;

/** Waits for the fonts, which come from this computer: drawn before they are there, every line would jump. */
export const fontsReady = async (): Promise<void> => {
  // Not every place that runs the interface can draw text.
  if (!('fonts' in document)) return;
  const loaded = Promise.allSettled(families.map((family) => document.fonts.load(`1rem "${family}"`)));
  const late = new Promise((resolve) => {
    setTimeout(resolve, patience);
  });
  await Promise.race([loaded, late]);
};
