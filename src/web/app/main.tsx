import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { Problem } from '../../sdk/client.ts';
import '../paint/tokens.css';
import '../paint/fonts.css';
import '../paint/paper.css';
import { Toasts } from '../parts/panels/toast.tsx';
import { LocaleProvider } from '../words/locale.tsx';
import { createAppRouter } from './router.tsx';

/** A refusal is an answer; a node that is away may come back. */
const isWorthAsking = (count: number, error: unknown): boolean =>
  count < 3 && (!(error instanceof Problem) || error.status >= 500);

const questions = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 5000, retry: isWorthAsking, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});
const router = createAppRouter(questions);

/** The page's own type is there before its first words, so that nothing moves when it comes. */
async function fonts(): Promise<void> {
  const faces = [
    ['400 1em "Hanken Grotesk Variable"', 'a'],
    ['450 1em "Newsreader Variable"', 'a'],
    // Fetched only for letters that it has, so only where they will be read.
    ...(document.documentElement.lang === 'ar' ? [['400 1em "Vazirmatn Variable"', 'ع']] : []),
  ] as const;
  const patience = new Promise((resolve) => {
    setTimeout(resolve, 1500);
  });
  await Promise.race([
    Promise.allSettled(faces.map(([face, letter]) => document.fonts.load(face, letter))),
    patience,
  ]);
}

async function begin(): Promise<void> {
  const place = document.querySelector('#app');
  if (place === null) throw new Error('The page has no place for the app.');
  await fonts();
  createRoot(place).render(
    <StrictMode>
      <LocaleProvider>
        <QueryClientProvider client={questions}>
          <Suspense fallback={null}>
            <Toasts>
              <RouterProvider router={router} />
            </Toasts>
          </Suspense>
        </QueryClientProvider>
      </LocaleProvider>
    </StrictMode>,
  );
  if ('serviceWorker' in navigator && import.meta.env.PROD) {
    // What was read before it was there is read again, so that it is kept for a lost connection.
    navigator.serviceWorker.addEventListener(
      'controllerchange',
      () => void questions.invalidateQueries(),
    );
    // A browser that keeps nothing has none; the app works without it, while the node is there.
    await navigator.serviceWorker
      .register('/app/service-worker.js', { scope: '/app/' })
      .catch(() => undefined);
  }
}

void begin();
