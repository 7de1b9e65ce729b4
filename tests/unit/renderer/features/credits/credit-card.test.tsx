import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { detailsPane, goldenCredit, renderCreditCard } from '#tests/support/credit-card.tsx';

const deed = 'https://creativecommons.org/licenses/by-nc-nd/2.0/';
const line = () => screen.getByRole('tabpanel');
const checklist = () => within(screen.getByRole('region', { name: 'Is the credit complete?' }));

test('shows the line for the screen with the license linked', async () => {
  await renderCreditCard(goldenCredit);
  expect(line().textContent).toBe('Photo: jenlen, CC BY-NC-ND 2.0');
  expect(within(line()).getByRole('link').getAttribute('href')).toBe(deed);
});

test.each([
  ['Print', `Photo: jenlen, CC BY-NC-ND 2.0 (${deed})`],
  ['Plain', `Photo: jenlen, CC BY-NC-ND 2.0 (${deed})`],
  ['Short', 'jenlen, CC BY-NC-ND 2.0'],
])('shows the line as %s', async (form, words) => {
  const { user } = await renderCreditCard(goldenCredit);
  await user.click(screen.getByRole('tab', { name: form }));
  expect(line().textContent).toBe(words);
});

const copied = async (format: string) => {
  const { user } = await renderCreditCard(goldenCredit);
  await user.click(within(line()).getByRole('button', { name: 'Copy the credit line' }));
  await user.click(await screen.findByRole('menuitem', { name: format }));
  await waitFor(() => expect(screen.getByText(`Copied as ${format}.`)).toBeDefined());
  const [item] = await navigator.clipboard.read();
  if (!item) throw new Error('Nothing was copied.');
  return Promise.all(
    item.types.map(async (type) => [type, await (await item.getType(type)).text()] as const),
  );
};

test.each([
  ['HTML', `Photo: jenlen, <a href="${deed}" rel="license">CC BY-NC-ND 2.0</a>`],
  ['Markdown', `Photo: jenlen, [CC BY-NC-ND 2.0](${deed})`],
  ['Plain text', 'Photo: jenlen, CC BY-NC-ND 2.0'],
])('copies the line as %s and says so', async (format, text) => {
  expect(await copied(format)).toEqual([['text/plain', text]]);
});

test('copies formatted text together with its plain words', async () => {
  expect(await copied('Formatted text')).toEqual([
    ['text/html', `Photo: jenlen, <a href="${deed}" rel="license">CC BY-NC-ND 2.0</a>`],
    ['text/plain', 'Photo: jenlen, CC BY-NC-ND 2.0'],
  ]);
});

test('says so when the clipboard cannot be reached', async () => {
  const { user } = await renderCreditCard(goldenCredit);
  navigator.clipboard.write = () => Promise.reject(new Error('denied'));
  await user.click(within(line()).getByRole('button', { name: 'Copy the credit line' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Formatted text' }));
  const notices = await screen.findByRole('region', { name: 'Notices' });
  expect(notices.textContent).toContain('The clipboard could not be reached');
});

test('names what is missing, and each leads to its field', async () => {
  const { user } = await renderCreditCard(goldenCredit);
  const missing = checklist().getAllByRole('button');
  expect(missing.length).toBeGreaterThan(1);
  await user.click(checklist().getByRole('button', { name: /title/i }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Title' })));
});

test('opens the group that hides a field before it leads there', async () => {
  const { user } = await renderCreditCard(goldenCredit);
  await user.click(checklist().getByRole('button', { name: /day you saw the license/ }));
  const field = () => screen.getByRole('textbox', { name: 'License seen on' });
  await waitFor(() => expect(document.activeElement).toBe(field()));
});

test('is complete by the duties of the license, not by filled boxes', async () => {
  await renderCreditCard({ licenseId: 'cc0-1.0' });
  expect(checklist().getByText('This credit is complete.')).toBeDefined();
});

test('says in one sentence what the chosen license asks and forbids', async () => {
  await renderCreditCard(goldenCredit);
  const field = detailsPane().getByRole('combobox', { name: 'License' });
  const described = field.getAttribute('aria-describedby')?.split(' ') ?? [];
  const words = described.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
  expect(words).toContain('forbids commercial use and sharing changed versions');
});

test.each([
  ['flickr', 'CC BY 4.0'],
  ['own photo', 'own work'],
  ['nc 2', 'CC BY-NC 2.0'],
])('offers licenses for what people type: %s', async (typed, offered) => {
  const { user } = await renderCreditCard({ creator: 'jenlen' });
  await user.type(screen.getByRole('combobox', { name: 'License' }), typed);
  const options = await screen.findAllByRole('option');
  expect(options.map(({ textContent }) => textContent).join()).toContain(offered);
});
