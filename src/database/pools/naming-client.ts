import { createHash } from 'node:crypto';
import { SteadyClient } from '../steady-client.js';

/** A text that comes again and again is worth a plan of its own; one that is put together as needed never is. */
const SEEN_BEFORE_NAMED = 3;
/** Texts that are watched: what is put together as needed must not fill the memory. */
const MOST_TEXTS = 2_000;

/** Begins a statement whose best plan hangs on its values. */
export const PLANNED_ANEW = '/* planned anew */';

const seen = new Map<string, number>();
const names = new Map<string, string>();

/**
 * A connection that prepares what it is asked often: PostgreSQL then parses and plans a statement once a connection
 * instead of once a call, which is most of what a look-up costs. Plans grow old with the tables, so connections are
 * closed after a while (`CONNECTION_SECONDS`).
 */
export class NamingClient extends SteadyClient {
  // Every shape in which `pg` may be called passes through; only a text with values is given a name.
  override query(...given: unknown[]): never {
    const [text, values] = given;
    if (
      typeof text === 'string' &&
      Array.isArray(values) &&
      values.length > 0 &&
      !text.startsWith(PLANNED_ANEW)
    ) {
      const name = nameOf(text);
      if (name) given[0] = { name, text };
    }
    return (super.query as (...given: unknown[]) => never).call(this, ...given);
  }
}

/** How long a connection is kept, in seconds: no plan is older. */
export const CONNECTION_SECONDS = 600;

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known) return known;
  const times = (seen.get(text) ?? 0) + 1;
  if (seen.size >= MOST_TEXTS) seen.clear();
  seen.set(text, times);
  if (times < SEEN_BEFORE_NAMED || names.size >= MOST_TEXTS) return undefined;
  const name = `rollcall_${createHash('sha1').update(text).digest('hex').slice(0, 20)}`;
  names.set(text, name);
  seen.delete(text);
  return name;
}
