import type { BrowserContext, Request } from 'playwright-core';

const isLocal = (address: string): boolean => /^(?:data|blob|about|file):/.test(address);

const describeRequest = (request: Request): string =>
  `asked for ${request.url()} (${request.resourceType()})`;

/**
 * Watches every page of a context: errors on the console (refusals by the content security policy are among them),
 * uncaught errors, and requests to anywhere but `origin`. Answers what it has seen so far.
 */
export const watchContext = (context: BrowserContext, origin: string): (() => readonly string[]) => {
  const problems: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => problems.push(`uncaught: ${error.error().message}`));
  context.on('request', (request) => {
    const address = request.url();
    if (
      !isLocal(address) &&
      new URL(address).origin !== new URL(origin).origin &&
      !address.startsWith(`${origin}/`)
    )
      problems.push(describeRequest(request));
  });
  return () => problems;
};

/**
 * Lets tests answer the dialogs for files from the first one on. Without a listener Chromium would be told only when a test
 * begins to wait, while the key that opens the dialog is already on its way.
 */
export const answerFileDialogs = (context: BrowserContext): void => {
  context.on('page', (page) => page.on('filechooser', () => undefined));
};
