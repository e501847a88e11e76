import { NoAnswer, problemOf } from '../api/problem.js';

/** How far a download has come. */
export interface Loaded {
  devices: number;
  codes: number;
}

/** What the worker tells the page. */
export type WorkerNews =
  | ({ kind: 'loaded' } & Loaded)
  | { kind: 'done' }
  /** Status 0: there was no answer, or only a part of it. */
  | { kind: 'refused'; status: number; body: unknown }
  | { kind: 'broken'; detail: string };

/**
 * Brings devices and codes up to date in a worker.
 * @throws Problem, NoAnswer; or the signal's reason once it is aborted
 */
export function download(
  accountId: string,
  onLoaded: (loaded: Loaded) => void,
  signal: AbortSignal,
): Promise<void> {
  const worker = new Worker(new URL('./field-worker.ts', import.meta.url), {
    type: 'module',
    name: accountId,
  });
  return new Promise<void>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    worker.addEventListener('error', ({ message }) =>
      reject(new Error(message || 'the worker did not start')),
    );
    worker.addEventListener('message', ({ data: news }: MessageEvent<WorkerNews>) => {
      if (news.kind === 'loaded') onLoaded({ devices: news.devices, codes: news.codes });
      else if (news.kind === 'done') resolve();
      else reject(errorOf(news));
    });
  }).finally(() => worker.terminate());
}

function errorOf(news: Extract<WorkerNews, { kind: 'refused' | 'broken' }>): Error {
  if (news.kind === 'broken') return new Error(news.detail);
  return news.status === 0
    ? new NoAnswer()
    : problemOf(new Response(null, { status: news.status }), news.body);
}
