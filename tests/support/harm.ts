import type { BrowserContext, Page } from 'playwright-core';

/**
 * Watches a context for what hostile content would do: show a dialog, run and fail, ask for anything outside of `own`,
 * open a window, be stopped by the content security policy. Answers what it has seen so far.
 */
export const watchForHarm = (
  context: BrowserContext,
  own: (address: string) => boolean,
): (() => readonly string[]) => {
  const seen: string[] = [];
  context.on('dialog', (dialog) => {
    seen.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('weberror', (error) => seen.push(`script ${error.error().message}`));
  context.on('console', (message) => {
    if (message.type() === 'error') seen.push(`console ${message.text()}`);
  });
  context.on('request', (request) => {
    if (!own(request.url())) seen.push(`asked for ${request.url()}`);
  });
  return () => seen;
};

/**
 * What stands in the page and has no business there: elements that run or load, handlers, links to anything but pages,
 * characters that make a text read as another.
 */
export const harmfulMarkup = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    for (const element of document.querySelectorAll('*')) {
      if (/^(?:iframe|object|embed|applet|base|form|frame|portal)$/i.test(element.localName))
        found.push(`<${element.localName}>`);
      for (const { name, value } of element.attributes) {
        const isAddress = /^(?:href|src|action|formaction|data|xlink:href|srcdoc)$/i.test(name);
        const isImage = element.localName === 'img' && /^(?:data|blob):/i.test(value);
        if (/^on/i.test(name)) found.push(`${element.localName} ${name}`);
        else if (isAddress && !isImage && /^[\s\0]*(?:javascript|vbscript|data|file):|^[\\/]{2}/i.test(value))
          found.push(`${element.localName} ${name}=${value.slice(0, 40)}`);
      }
    }
    const shown = document.documentElement.cloneNode(true) as HTMLElement;
    for (const script of shown.querySelectorAll('script')) script.remove();
    if (/[\u202D\u202E]/.test(shown.outerHTML)) found.push('letters turned around');
    return found;
  });
