import createClient from 'openapi-fetch';
import { v7 as uuidv7 } from 'uuid';
import { NoAnswer, problemOf } from './problem.js';
import type { paths } from './schema.js';

const client = createClient<paths, 'application/json'>({ baseUrl: '/' });

client.use({
  onRequest({ request }) {
    // Sent again after a lost answer, it is not made twice.
    if (request.method === 'POST') request.headers.set('idempotency-key', uuidv7());
    return request;
  },
  onError() {
    return new NoAnswer();
  },
});

/** Calls of our own API, typed by its OpenAPI document. Each throws a `Problem` or `NoAnswer`. */
export const api = client;

/** The answer itself, or a `Problem`. */
export async function answer<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) throw problemOf(response, error);
  return data as T;
}

/** The answer with the version that `If-Match` takes. */
export async function tagged<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<{ value: T; etag: string }> {
  const { data, error, response } = await call;
  if (!response.ok) throw problemOf(response, error);
  return { value: data as T, etag: response.headers.get('etag') ?? '' };
}
