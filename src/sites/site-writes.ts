import type { Tx } from '../database/tx.js';
import type { SiteFields } from './site-fields.js';

/** A site as imports read and write it. */
export interface StoredSite extends SiteFields {
  id: string;
  code: string;
  setByPerson: string[];
  version: number;
}

/** A site that is new or whose fields change. */
export type WrittenSite = SiteFields & { id: string; code: string };

const RECORD = `(id uuid, code text, name text, type text, "gradeSpan" text, region text, street text, city text,
  state text, "postalCode" text, latitude double precision, longitude double precision, served boolean,
  charter boolean, "openedOn" date, "closedOn" date)`;

const STORED = `
  SELECT id, code, name, type, grade_span AS "gradeSpan", region, street, city, state,
         postal_code AS "postalCode", latitude, longitude, served, charter, opened_on AS "openedOn",
         closed_on AS "closedOn", set_by_person AS "setByPerson", version
    FROM sites WHERE district_id = $1`;

/** Sites by code. Locked in the order of their ids where they are about to be written. */
export async function sitesByCode(
  tx: Tx,
  districtId: string,
  codes: readonly string[],
  locks: boolean,
): Promise<Map<string, StoredSite>> {
  const rows = await tx.query<StoredSite[]>(
    `${STORED} AND code = ANY ($2) ORDER BY id ${locks ? 'FOR NO KEY UPDATE' : ''}`,
    [districtId, codes],
  );
  return new Map(rows.map((row) => [row.code, row]));
}

/** Sites by id, locked in the order of their ids. */
export async function lockSites(
  tx: Tx,
  districtId: string,
  ids: readonly string[],
): Promise<Map<string, StoredSite>> {
  const rows = await tx.query<StoredSite[]>(`${STORED} AND id = ANY ($2) ORDER BY id FOR NO KEY UPDATE`, [
    districtId,
    ids,
  ]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Adds sites; returns the ids of those added, as a code may have been taken a moment ago. */
export async function insertSites(
  tx: Tx,
  districtId: string,
  sites: readonly WrittenSite[],
): Promise<Set<string>> {
  if (sites.length === 0) return new Set();
  const rows = await tx.query<{ id: string }[]>(
    `INSERT INTO sites (district_id, id, code, name, type, grade_span, region, street, city, state, postal_code,
                        latitude, longitude, served, charter, opened_on, closed_on)
     SELECT $1::uuid, x.id, x.code, x.name, x.type, x."gradeSpan", x.region, x.street, x.city, x.state,
            x."postalCode", x.latitude, x.longitude, x.served, x.charter, x."openedOn", x."closedOn"
       FROM jsonb_to_recordset($2::jsonb) AS x ${RECORD}
     ON CONFLICT (district_id, code) DO NOTHING RETURNING id`,
    [districtId, JSON.stringify(sites)],
  );
  return new Set(rows.map((row) => row.id));
}

/** Writes what is said of sites that the caller has locked. A site that opens again has no successor. */
export async function updateSites(tx: Tx, districtId: string, sites: readonly WrittenSite[]): Promise<void> {
  if (sites.length === 0) return;
  await tx.query(
    `UPDATE sites s
        SET name = x.name, type = x.type, grade_span = x."gradeSpan", region = x.region, street = x.street,
            city = x.city, state = x.state, postal_code = x."postalCode", latitude = x.latitude,
            longitude = x.longitude, served = x.served, charter = x.charter, opened_on = x."openedOn",
            closed_on = x."closedOn", version = s.version + 1, updated_at = $3,
            successor_id = CASE WHEN x."closedOn" IS NOT NULL THEN s.successor_id END
       FROM jsonb_to_recordset($2::jsonb) AS x ${RECORD}
      WHERE s.district_id = $1 AND s.id = x.id`,
    [districtId, JSON.stringify(sites), tx.at],
  );
}
