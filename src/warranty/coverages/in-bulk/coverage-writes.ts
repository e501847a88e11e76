import type { Scope } from '../../../access/scope.js';
import type { Tx } from '../../../database/tx.js';
import type { CoverageSource } from '../coverage.entity.js';
import type { CoverageKind, OnReplacement, ServiceLevel } from '../coverage-terms.js';

/** What a coverage says, apart from what makes it this coverage and no other. */
export interface CoverageFacts {
  serviceLevel: ServiceLevel | null;
  endsOn: string;
  cancelledOn: string | null;
  incidentsAYear: number | null;
  incidentsInTotal: number | null;
  deductibleCents: number | null;
  repairCapCents: number | null;
  waitingDays: number;
  /** In the order of the alphabet with commas between them, so that two can be compared. */
  excludes: string;
  onReplacement: OnReplacement;
}

/** A coverage as it is written. */
export interface WrittenCoverage extends CoverageFacts {
  id: string;
  deviceId: string;
  vendorId: string;
  kind: CoverageKind;
  startsOn: string;
  contractNumber: string;
  sourceId: string;
}

/** A coverage as it is stored. */
export interface StoredCoverage extends Omit<WrittenCoverage, 'sourceId'> {
  source: CoverageSource;
  sourceId: string | null;
  isWithdrawn: boolean;
  version: number;
  /** Asset tag of its device, or its serial number. */
  deviceCode: string | null;
  vendorName: string;
}

/** The terms of a coverage for which nothing else is said. */
export const NO_TERMS: Omit<CoverageFacts, 'endsOn'> = {
  serviceLevel: null,
  cancelledOn: null,
  incidentsAYear: null,
  incidentsInTotal: null,
  deductibleCents: null,
  repairCapCents: null,
  waitingDays: 0,
  excludes: '',
  onReplacement: 'transfers',
};

const RECORD = `(id uuid, "deviceId" uuid, "vendorId" uuid, kind text, "serviceLevel" text, "startsOn" date,
  "endsOn" date, "cancelledOn" date, "contractNumber" text, "incidentsAYear" integer, "incidentsInTotal" integer,
  "deductibleCents" integer, "repairCapCents" integer, "waitingDays" integer, excludes text, "onReplacement" text,
  "sourceId" uuid)`;

const STORED = `
  SELECT c.id, c.device_id AS "deviceId", c.vendor_id AS "vendorId", c.kind, c.service_level AS "serviceLevel",
         c.starts_on AS "startsOn", c.ends_on AS "endsOn", c.cancelled_on AS "cancelledOn",
         c.contract_number AS "contractNumber", c.incidents_a_year AS "incidentsAYear",
         c.incidents_in_total AS "incidentsInTotal", c.deductible_cents AS "deductibleCents",
         c.repair_cap_cents AS "repairCapCents", c.waiting_days AS "waitingDays",
         array_to_string(ARRAY(SELECT e FROM unnest(c.excludes) e ORDER BY e COLLATE "C"), ', ') AS excludes,
         c.on_replacement AS "onReplacement", c.source, c.source_id AS "sourceId", c.version, c.withdrawn_at IS NOT NULL AS "isWithdrawn",
         coalesce(d.asset_tag, d.serial_number) AS "deviceCode", v.name AS "vendorName"
    FROM coverages c
    JOIN devices d ON d.district_id = $1 AND d.id = c.device_id
    JOIN vendors v ON v.district_id = $1 AND v.id = c.vendor_id
   WHERE c.district_id = $1`;

/** Why an import's undo withdraws a coverage. What a person withdraws has another reason. */
export const IMPORT_UNDONE = 'Import undone';

/** The coverages of devices, with those that a person withdrew. Locked in the order of their ids where they are about to be written. */
export async function coveragesOf(
  tx: Tx,
  districtId: string,
  deviceIds: readonly string[],
  { source, locks }: { source: CoverageSource; locks: boolean },
): Promise<StoredCoverage[]> {
  return tx.query<StoredCoverage[]>(
    `${STORED} AND c.device_id = ANY ($2)
        AND (c.withdrawn_at IS NULL OR c.source = $4 AND c.withdrawal_reason <> $3)
      ORDER BY c.id ${locks ? 'FOR NO KEY UPDATE OF c' : ''}`,
    [districtId, deviceIds, IMPORT_UNDONE, source],
  );
}

/** Coverages by id, locked in the order of their ids. Those that were withdrawn are left out. */
export async function lockCoverages(
  tx: Tx,
  districtId: string,
  ids: readonly string[],
): Promise<Map<string, StoredCoverage>> {
  const rows = await tx.query<StoredCoverage[]>(
    `${STORED} AND c.withdrawn_at IS NULL AND c.id = ANY ($2) ORDER BY c.id FOR NO KEY UPDATE OF c`,
    [districtId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Adds coverages; returns the ids of those added, as another of the same source may have been faster. */
export async function insertCoverages(
  tx: Tx,
  { districtId, accountId }: Pick<Scope, 'districtId' | 'accountId'>,
  source: CoverageSource,
  coverages: readonly WrittenCoverage[],
): Promise<Set<string>> {
  if (coverages.length === 0) return new Set();
  const rows = await tx.query<{ id: string }[]>(
    `INSERT INTO coverages (district_id, id, device_id, vendor_id, kind, service_level, starts_on, ends_on,
            cancelled_on, contract_number, incidents_a_year, incidents_in_total, deductible_cents, repair_cap_cents,
            waiting_days, excludes, on_replacement, source, source_id, source_at, created_by, created_at, updated_at)
     SELECT $1::uuid, x.id, x."deviceId", x."vendorId", x.kind, x."serviceLevel", x."startsOn", x."endsOn",
            x."cancelledOn", x."contractNumber", x."incidentsAYear", x."incidentsInTotal", x."deductibleCents",
            x."repairCapCents", x."waitingDays", string_to_array(x.excludes, ', '), x."onReplacement", $5::text,
            x."sourceId", $3::timestamptz, $4::uuid, $3::timestamptz, $3::timestamptz
       FROM jsonb_to_recordset($2::jsonb) AS x ${RECORD}
     ON CONFLICT (district_id, device_id, vendor_id, kind, contract_number, starts_on, source)
       WHERE withdrawn_at IS NULL DO NOTHING
     RETURNING id`,
    [districtId, JSON.stringify(coverages), tx.at, accountId, source],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Writes what a file or a look-up says of coverages that the caller has locked. */
export async function updateCoverages(
  tx: Tx,
  districtId: string,
  coverages: readonly WrittenCoverage[],
): Promise<void> {
  if (coverages.length === 0) return;
  await tx.query(
    `UPDATE coverages c
        SET service_level = x."serviceLevel", ends_on = x."endsOn", cancelled_on = x."cancelledOn",
            incidents_a_year = x."incidentsAYear", incidents_in_total = x."incidentsInTotal",
            deductible_cents = x."deductibleCents", repair_cap_cents = x."repairCapCents",
            waiting_days = x."waitingDays", excludes = string_to_array(x.excludes, ', '),
            on_replacement = x."onReplacement", source_id = x."sourceId", source_at = $3,
            version = c.version + 1, updated_at = $3
       FROM jsonb_to_recordset($2::jsonb) AS x ${RECORD}
      WHERE c.district_id = $1 AND c.id = x.id`,
    [districtId, JSON.stringify(coverages), tx.at],
  );
}

/** Withdraws coverages that the caller has locked. They stay on record with the reason. */
export async function withdrawCoverages(
  tx: Tx,
  districtId: string,
  accountId: string | null,
  ids: readonly string[],
  reason: string,
): Promise<void> {
  if (ids.length === 0) return;
  await tx.query(
    `UPDATE coverages SET withdrawn_at = $3, withdrawn_by = $4, withdrawal_reason = $5, version = version + 1,
            updated_at = $3
      WHERE district_id = $1 AND id = ANY ($2)`,
    [districtId, ids, tx.at, accountId, reason],
  );
}
