import type { Statements } from '../database/tx.js';
import { readSiteCode } from '../common/site-code.js';

/** Ids of the sites of a district by their codes, in capitals; codes that no site has are left out. */
export async function siteIdsByCode(
  manager: Statements,
  districtId: string,
  codes: readonly string[],
): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map();
  const rows = await manager.query<{ id: string; code: string }[]>(
    `SELECT id, code FROM sites WHERE district_id = $1 AND code = ANY ($2::text[])`,
    [districtId, [...new Set(codes.map(readSiteCode))]],
  );
  return new Map(rows.map(({ id, code }) => [code, id]));
}
