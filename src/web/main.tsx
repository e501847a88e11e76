import './styles.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { Problem } from './api/problem.js';
import { printInLight } from './app/print-in-light.js';
import { router } from './app/router.js';
import { resolver, themeInWords } from './app/theme.js';
import { loadRefusals } from './text/refusals.js';
import { loadTexts } from './text/text.js';

/** After what the first page needs has been asked for. */
const LATER_MS = 2_000;
const RETRY_MS = 400;

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // Without a connection a page says so at once; by default it would show that it is loading until there is one.
      networkMode: 'always',
      // That mode alone would leave a page as it is when the network comes back.
      refetchOnReconnect: true,
      retry: (failures, error) => failures < triesAgain(error),
      retryDelay: (failures) => RETRY_MS * 2 ** failures,
    },
    mutations: { networkMode: 'always' },
  },
});

/**
 * How often a question is asked again by itself. What the server has refused it refuses again. Without an answer, the
 * page soon shows what this device knows; a browser often believes that it has a network when it has none.
 */
function triesAgain(error: Error): number {
  if (error instanceof Problem) return error.status >= 500 ? 2 : 0;
  return 1;
}

// The server gives each page a nonce of its own; no style without it is applied.
const nonce = document.querySelector('style')?.nonce ?? '';
const root = document.getElementById('app');
if (!root) throw new Error('the page has no place for the app');
await loadTexts();
printInLight();
createRoot(root).render(
  <MantineProvider
    theme={themeInWords()}
    cssVariablesResolver={resolver}
    defaultColorScheme="auto"
    getStyleNonce={() => nonce}
  >
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </MantineProvider>,
);

// Not needed to draw the page. Without them a refusal is shown in the server's English.
setTimeout(() => void loadRefusals().catch(() => undefined), LATER_MS);
