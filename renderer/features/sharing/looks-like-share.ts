/** Whether a file is a share file by its first bytes: a ZIP whose first entry declares the bag. The core has the last word. */
export const looksLikeShare = async (file: File): Promise<boolean> => {
  const start = await file.slice(0, 200).text();
  return start.startsWith('PK') && start.includes('carrel-share/bagit.txt');
};
