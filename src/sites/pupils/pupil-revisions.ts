import type { Tx } from '../../database/tx.js';
import type { PupilSource } from '../entities/site-pupils.entity.js';

/** The number that stands for one site and school year. */
export interface CurrentPupils {
  siteId: string;
  schoolYear: number;
  revision: number;
  pupils: number;
  source: PupilSource;
}

/** A number that is to stand from now on. */
export interface PupilRevision extends CurrentPupils {
  recordedBy: string | null;
}

/** Names one site and school year, to look a number up by. */
export function pupilsKey(siteId: string, schoolYear: number): string {
  return `${siteId} ${schoolYear}`;
}

/** The numbers that stand for these sites and years, by `pupilsKey`. */
export async function currentPupils(
  tx: Tx,
  districtId: string,
  siteIds: readonly string[],
  schoolYears: readonly number[],
): Promise<Map<string, CurrentPupils>> {
  if (siteIds.length === 0 || schoolYears.length === 0) return new Map();
  const rows = await tx.query<CurrentPupils[]>(
    `SELECT DISTINCT ON (site_id, school_year) site_id AS "siteId", school_year AS "schoolYear", revision,
            pupils, source
       FROM site_pupils
      WHERE district_id = $1 AND site_id = ANY ($2) AND school_year = ANY ($3)
      ORDER BY site_id, school_year, revision DESC`,
    [districtId, siteIds, schoolYears],
  );
  return new Map(rows.map((row) => [pupilsKey(row.siteId, row.schoolYear), row]));
}

/**
 * Appends revisions. The caller holds a lock on each site's row, so that no two revisions get one number; the
 * primary key refuses it all the same.
 */
export async function appendPupils(
  tx: Tx,
  districtId: string,
  revisions: readonly PupilRevision[],
): Promise<void> {
  if (revisions.length === 0) return;
  await tx.query(
    `INSERT INTO site_pupils (district_id, site_id, school_year, revision, pupils, source, recorded_by)
     SELECT $1::uuid, x."siteId", x."schoolYear", x.revision, x.pupils, x.source, x."recordedBy"
       FROM jsonb_to_recordset($2::jsonb) AS x
            ("siteId" uuid, "schoolYear" smallint, revision integer, pupils integer, source text,
             "recordedBy" uuid)`,
    [districtId, JSON.stringify(revisions)],
  );
}
