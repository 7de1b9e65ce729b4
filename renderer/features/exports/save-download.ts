/** Has the browser keep what the host made, since this host has no save dialog. */
export const saveDownload = (address: string): void => {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
};
