/**
 * Opens the system's dialog for files; empty when it is closed. Must be called from a user's action. The field stands in the
 * document until then: one that nobody holds may be collected as garbage while the dialog is open, and the choice with it.
 */
export const askForFiles = (
  field: Partial<Pick<HTMLInputElement, 'accept' | 'multiple' | 'webkitdirectory'>>,
): Promise<readonly File[]> =>
  new Promise((resolve) => {
    const input = Object.assign(document.createElement('input'), { type: 'file', hidden: true, ...field });
    const answer = () => {
      input.remove();
      resolve([...(input.files ?? [])]);
    };
    input.addEventListener('change', answer);
    input.addEventListener('cancel', answer);
    document.body.append(input);
    input.click();
  });
