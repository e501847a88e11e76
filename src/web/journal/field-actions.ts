import { api, answer } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import type { FieldDatabase } from './database.js';

/** What a scan can mean: the server says it, and the phone keeps it. */
export type FieldAction = Shape<'ScanActionView'>;

const KEY = 'field.actions';

export async function syncActions(database: FieldDatabase): Promise<void> {
  const { items } = await answer(api.GET('/api/v1/field/actions'));
  await database.notes.put({ key: KEY, value: items });
}

/** The actions in the order of their buttons; none where the server was never asked. */
export async function keptActions(database: FieldDatabase): Promise<FieldAction[]> {
  return ((await database.notes.get(KEY))?.value as FieldAction[] | undefined) ?? [];
}
