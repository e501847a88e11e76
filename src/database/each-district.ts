import { DatabaseBusy } from '../common/database-errors.js';
import type { Statements } from './tx.js';

/** A statement that finds districts, as `id`. */
export interface Those {
  sql: string;
  parameters: unknown[];
}

/**
 * Does `work` for one district after the other, for what locks rows: on a distributed database a statement can lock
 * the rows of one district only. Where it fails for one district, the others have their turn all the same.
 * @param those finds the districts that need it; without it, all have their turn
 * @throws what failed, once every district has had its turn
 */
export async function eachDistrict(
  db: Statements,
  work: (districtId: string) => Promise<void>,
  those?: Those,
): Promise<void> {
  const failures: unknown[] = [];
  for (const districtId of await find(db, those)) {
    try {
      await work(districtId);
    } catch (error) {
      // No connection is free: every other district would wait for one just as long.
      if (error instanceof DatabaseBusy) throw error;
      failures.push(error);
    }
  }
  if (failures.length > 1) throw new AggregateError(failures, `It failed for ${failures.length} districts.`);
  if (failures.length === 1) throw failures[0];
}

async function find(db: Statements, those: Those | undefined): Promise<string[]> {
  if (those)
    try {
      return idsOf(await db.query(those.sql, those.parameters));
    } catch (error) {
      if (error instanceof DatabaseBusy) throw error;
      // One node of a distributed database is away, and this reads from all of them. Its districts wait; the others are
      // all asked.
    }
  return idsOf(await db.query('SELECT id FROM districts ORDER BY id'));
}

function idsOf(rows: { id: string }[]): string[] {
  return rows.map(({ id }) => id);
}
