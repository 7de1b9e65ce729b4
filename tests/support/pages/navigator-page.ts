import type { Page } from 'playwright-core';
import { words } from '../words.ts';

/** The left pane: the topic tree. */
export const navigatorPage = (page: Page) => {
  const pane = page.getByRole('navigation', { name: words('pane.navigator'), exact: true });
  const tree = pane.getByRole('treegrid', { name: words('topic.tree') });
  const newTitle = pane.getByRole('textbox', { name: words('topic.new-title') });
  const row = (title: string) => tree.getByRole('row', { name: title, exact: true });
  return {
    pane,
    tree,
    row,
    newTitle,
    newTopic: pane.getByRole('button', { name: words('topic.create'), exact: true }).first(),
    titles: async () => {
      const rows = await tree.getByRole('row').all();
      return Promise.all(rows.map((each) => each.getAttribute('aria-label')));
    },
    level: (title: string) => row(title).getAttribute('aria-level'),
    open: (title: string) => row(title).click(),
  };
};
