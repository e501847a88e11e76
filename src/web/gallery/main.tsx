/** Every common part of the pages in each of its states. In development only: no build contains this page. */
import '../styles.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { resolver, themeInWords } from '../app/theme.js';
import { SessionContext } from '../session/session-context.js';
import { type Language, loadTexts } from '../text/text.js';
import { Gallery } from './gallery.js';
import { SAMPLE_SESSION } from './samples.js';

const wanted = new URLSearchParams(window.location.search).get('language');
await loadTexts((wanted ?? 'en') as Language);

const root = createRootRoute({ component: Gallery });
const router = createRouter({ routeTree: root, history: createMemoryHistory({ initialEntries: ['/'] }) });
const element = document.getElementById('app');
if (!element) throw new Error('The page has no place for the gallery.');
createRoot(element).render(
  <MantineProvider theme={themeInWords()} cssVariablesResolver={resolver} defaultColorScheme="auto">
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <SessionContext.Provider value={{ session: SAMPLE_SESSION }}>
        <RouterProvider router={router as never} />
      </SessionContext.Provider>
    </QueryClientProvider>
  </MantineProvider>,
);
