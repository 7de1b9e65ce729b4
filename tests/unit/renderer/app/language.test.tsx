import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { interfaceLanguage } from '#shared/domain/interface-language.ts';
import { renderApp } from '#tests/support/render-app.tsx';

it.each([
  ['es', ['en-US'], 'es'],
  ['system', ['es-MX', 'en'], 'es'],
  ['system', ['fr-FR', 'es'], 'es'],
  ['system', ['fr-FR'], 'en'],
] as const)('for %s on a computer with %j, is %s', (chosen, languages, expected) => {
  expect(interfaceLanguage(chosen, languages)).toBe(expected);
});

it('words the whole window anew when the person chooses another language', async () => {
  const { store } = await renderApp();
  await store.getState().changeSettings({ language: 'es' });
  expect(await screen.findByRole('button', { name: 'Publicar' })).toBeDefined();
  expect(document.documentElement.lang).toBe('es');
  await store.getState().changeSettings({ language: 'en' });
  expect(await screen.findByRole('button', { name: 'Publish' })).toBeDefined();
});
