import { installTrustedTypes } from './app/trusted-types.ts';
import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import '@fontsource-variable/atkinson-hyperlegible-next/wght-italic.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import './styles/tokens.css';
import './styles/base.css';
import { createRoot } from 'react-dom/client';
import { createApi } from './api/api.ts';
import { Root } from './app/Root.tsx';
import { createAppStore } from './app/store/create-store.ts';
import { createI18n } from './i18n/i18n.ts';

installTrustedTypes();
const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');
createRoot(root).render(<Root store={createAppStore(createApi())} i18n={createI18n()} />);
