import createClient, { type Client } from 'openapi-fetch';
import type { paths } from '../../src/web/api/schema.js';
import type { TestApp, TestUser } from './app.js';

/**
 * Calls the API as a program does that knows only the OpenAPI document: a route, a field or an answer that the document
 * does not have does not compile.
 */
export function clientOf(app: TestApp, user: TestUser): Client<paths> {
  return createClient<paths>({ baseUrl: app.url, headers: { authorization: `Bearer ${user.token}` } });
}

/** The answer of a call that must get this status. */
export async function answered<T>(
  status: number,
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<NonNullable<T>> {
  const { data, error, response } = await call;
  if (response.status !== status || !data)
    throw new Error(`The answer is ${response.status} and not ${status}: ${JSON.stringify(error ?? data)}`);
  return data;
}
