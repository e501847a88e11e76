import type { paths } from './schema.js';

/** Routes that a link, a picture or a download can ask. */
export type ReadablePath = {
  [P in keyof paths]: paths[P] extends { get: object } ? P : never;
}[keyof paths];

/** By name: the parts of a path that are filled in, `{id}` for example. */
export type PathNames<P> = P extends `${string}{${infer Name}}${infer Rest}`
  ? Record<Name, string> & PathNames<Rest>
  : unknown;

/** The address of a route of our API. What the query leaves undefined or empty is left out. */
export function addressOf<P extends keyof paths>(
  path: P,
  names: PathNames<P>,
  query: Record<string, string | undefined> = {},
): string {
  const filled = Object.entries(names as Record<string, string>).reduce<string>(
    (address, [name, value]) => address.replace(`{${name}}`, encodeURIComponent(value)),
    path,
  );
  const given = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return given.length > 0 ? `${filled}?${new URLSearchParams(given)}` : filled;
}
