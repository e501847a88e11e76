import type { Tx } from '../database/tx.js';
import type { PersonFields, StoredPerson } from './person-row.js';

/** Somebody who is new or whose fields change. */
export type WrittenPerson = PersonFields & { id: string; externalId: string };

const RECORD = `(id uuid, "externalId" text, "givenName" text, "familyName" text, email text, role text,
  grade text, "siteId" uuid, "leftOn" date)`;

const STORED = `
  SELECT id, external_id AS "externalId", given_name AS "givenName", family_name AS "familyName", email, role,
         grade, site_id AS "siteId", left_on AS "leftOn", redacted_at IS NOT NULL AS redacted,
         set_by_person AS "setByPerson", version
    FROM people WHERE district_id = $1`;

/** People by external id. Locked in the order of their ids where they are about to be written. */
export async function peopleByExternalId(
  tx: Tx,
  districtId: string,
  externalIds: readonly string[],
  locks: boolean,
): Promise<Map<string, StoredPerson>> {
  const rows = await tx.query<StoredPerson[]>(
    `${STORED} AND external_id = ANY ($2) ORDER BY id ${locks ? 'FOR NO KEY UPDATE' : ''}`,
    [districtId, externalIds],
  );
  return new Map(rows.map((row) => [row.externalId, row]));
}

/** People by id, locked in the order of their ids. */
export async function lockPeople(
  tx: Tx,
  districtId: string,
  ids: readonly string[],
): Promise<Map<string, StoredPerson>> {
  const rows = await tx.query<StoredPerson[]>(`${STORED} AND id = ANY ($2) ORDER BY id FOR NO KEY UPDATE`, [
    districtId,
    ids,
  ]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Adds people; returns the ids of those added, as an external id may have been taken a moment ago. */
export async function insertPeople(
  tx: Tx,
  districtId: string,
  people: readonly WrittenPerson[],
): Promise<Set<string>> {
  if (people.length === 0) return new Set();
  const rows = await tx.query<{ id: string }[]>(
    `INSERT INTO people (district_id, id, external_id, given_name, family_name, email, role, grade, site_id, left_on)
     SELECT $1::uuid, x.id, x."externalId", x."givenName", x."familyName", x.email, x.role, x.grade, x."siteId", x."leftOn"
       FROM jsonb_to_recordset($2::jsonb) AS x ${RECORD}
     ON CONFLICT (district_id, external_id) DO NOTHING RETURNING id`,
    [districtId, JSON.stringify(people)],
  );
  return new Set(rows.map((row) => row.id));
}

/** Writes what is said of people whom the caller has locked. */
export async function updatePeople(
  tx: Tx,
  districtId: string,
  people: readonly WrittenPerson[],
): Promise<void> {
  if (people.length === 0) return;
  await tx.query(
    `UPDATE people p
        SET given_name = x."givenName", family_name = x."familyName", email = x.email, role = x.role,
            grade = x.grade, site_id = x."siteId", left_on = x."leftOn", version = p.version + 1,
            updated_at = $3
       FROM jsonb_to_recordset($2::jsonb) AS x ${RECORD}
      WHERE p.district_id = $1 AND p.id = x.id`,
    [districtId, JSON.stringify(people), tx.at],
  );
}
