import type { Shape } from '../api/problem.js';
import type { FieldDatabase } from '../journal/database.js';

/** Keeps a sweep on the device, so that it goes on without a network. */
export async function rememberSweep(database: FieldDatabase, sweep: Shape<'SweepDetail'>): Promise<void> {
  await database.notes.put({ key: `sweep.${sweep.id}`, value: sweep });
}

export async function rememberedSweep(
  database: FieldDatabase,
  id: string,
): Promise<Shape<'SweepDetail'> | undefined> {
  return (await database.notes.get(`sweep.${id}`))?.value as Shape<'SweepDetail'> | undefined;
}
