import type { Scope } from '../../../access/scope.js';
import { newId } from '../../../common/ids.js';
import { dateIn } from '../../../common/time/clock.js';
import type { Tx } from '../../../database/tx.js';
import type { FoundDifference } from './line-matches.js';
import { NOT_TAKEN, type StoredLine } from './returned-reads.js';

/** Days in which the certificates of devices that were not wiped are due. */
const CERTIFICATES_DUE_DAYS = 30;

export type WrittenLine = Omit<StoredLine, 'version'>;

/** A line, with everything in which it differs from the manifest. */
export interface JudgedLine {
  line: Pick<StoredLine, 'id' | 'lotId' | 'deviceId' | 'code'>;
  differences: readonly FoundDifference[];
}

/** A difference that opened or ended. */
export interface DifferenceOfLot {
  kind: string;
  lotId: string;
}

const COLUMNS = `"lotId" uuid, "deviceId" uuid, code text, "serialNumber" text, "assetTag" text, "cosmeticGrade" text,
  "functionalGrade" text, "letterGrade" text, "weightGrams" integer, "priceCents" integer, "offeredCents" integer,
  sanitization text, disposition text, "dispositionText" text, note text, "importId" uuid, "rowNo" integer`;

export async function insertLines(
  tx: Tx,
  { districtId, accountId }: Scope,
  lines: readonly WrittenLine[],
): Promise<void> {
  if (lines.length === 0) return;
  await tx.query(
    `INSERT INTO lot_settlement_lines (
       district_id, id, lot_id, device_id, code, serial_number, asset_tag, cosmetic_grade, functional_grade, letter_grade,
       weight_grams, price_cents, offered_cents, sanitization, disposition, disposition_text, note, import_id, row_no,
       recorded_at, recorded_by)
     SELECT $1::uuid, n.id, n."lotId", n."deviceId", n.code, n."serialNumber", n."assetTag", n."cosmeticGrade",
            n."functionalGrade", n."letterGrade", n."weightGrams", n."priceCents", n."offeredCents", n.sanitization,
            n.disposition, n."dispositionText", n.note, n."importId", n."rowNo", $2::timestamptz, $3::uuid
       FROM jsonb_to_recordset($4::jsonb) AS n (id uuid, ${COLUMNS})`,
    [districtId, tx.at, accountId, JSON.stringify(lines)],
  );
}

export async function updateLines(
  tx: Tx,
  { districtId, accountId }: Scope,
  lines: readonly WrittenLine[],
): Promise<void> {
  if (lines.length === 0) return;
  await tx.query(
    `UPDATE lot_settlement_lines s
        SET device_id = n."deviceId", code = n.code, serial_number = n."serialNumber", asset_tag = n."assetTag",
            cosmetic_grade = n."cosmeticGrade", functional_grade = n."functionalGrade",
            letter_grade = n."letterGrade", weight_grams = n."weightGrams", price_cents = n."priceCents",
            offered_cents = n."offeredCents", sanitization = n.sanitization, disposition = n.disposition,
            disposition_text = n."dispositionText", note = n.note, import_id = n."importId", row_no = n."rowNo",
            version = s.version + 1, recorded_at = $2, recorded_by = $3
       FROM jsonb_to_recordset($4::jsonb) AS n (id uuid, ${COLUMNS})
      WHERE s.district_id = $1 AND s.id = n.id`,
    [districtId, tx.at, accountId, JSON.stringify(lines)],
  );
}

/** Says that an import repeats what lines say already, so that only its undo takes them back. */
export async function confirmLines(
  tx: Tx,
  districtId: string,
  lines: readonly Pick<StoredLine, 'id' | 'importId' | 'rowNo'>[],
): Promise<void> {
  if (lines.length === 0) return;
  await tx.query(
    `UPDATE lot_settlement_lines s SET import_id = n."importId", row_no = n."rowNo"
       FROM jsonb_to_recordset($2::jsonb) AS n (id uuid, "importId" uuid, "rowNo" integer)
      WHERE s.district_id = $1 AND s.id = n.id`,
    [districtId, JSON.stringify(lines.map(({ id, importId, rowNo }) => ({ id, importId, rowNo })))],
  );
}

/** Takes lines back, with their differences. @returns the differences that ended */
export async function withdrawLines(
  tx: Tx,
  districtId: string,
  ids: readonly string[],
): Promise<DifferenceOfLot[]> {
  if (ids.length === 0) return [];
  const [ended] = await tx.query<[DifferenceOfLot[], number]>(
    `UPDATE lot_settlement_differences SET ended_at = $3
      WHERE district_id = $1 AND line_id = ANY ($2::uuid[]) AND ended_at IS NULL AND settled_at IS NULL
      RETURNING kind, lot_id AS "lotId"`,
    [districtId, ids, tx.at],
  );
  await tx.query(
    `UPDATE lot_settlement_lines SET withdrawn_at = $3, version = version + 1
      WHERE district_id = $1 AND id = ANY ($2::uuid[])`,
    [districtId, ids, tx.at],
  );
  return ended;
}

/**
 * Makes the differences of lines those that were found: what no longer holds ends, what is new opens, and what somebody
 * has settled stays settled. A device that was not wiped asks for the certificates of its lot.
 * @returns the differences that ended
 */
export async function writeDifferences(
  tx: Tx,
  scope: Scope,
  judged: readonly JudgedLine[],
): Promise<DifferenceOfLot[]> {
  if (judged.length === 0) return [];
  const wanted = judged.flatMap(({ line, differences }) =>
    differences.map((one) => ({ ...one, lineId: line.id, subjectId: line.id, ...of(line) })),
  );
  const lineIds = judged.map(({ line }) => line.id);
  const ended = await endOthers(tx, scope.districtId, 'n.line_id = ANY ($2::uuid[])', lineIds, wanted);
  const opened = await open(tx, scope.districtId, wanted);
  await askForCertificates(tx, scope, lotsNotWiped(opened));
  return ended;
}

/** The lots of differences about devices that were not wiped. */
export function lotsNotWiped(differences: readonly DifferenceOfLot[]): string[] {
  return differences.flatMap(({ kind, lotId }) => (kind === 'not_wiped' ? lotId : []));
}

function of({ lotId, deviceId, code }: JudgedLine['line']): {
  lotId: string;
  deviceId: string | null;
  code: string;
} {
  return { lotId, deviceId, code };
}

interface NewDifference extends FoundDifference {
  lotId: string;
  subjectId: string;
  lineId: string | null;
  deviceId: string | null;
  code: string;
}

/**
 * Ends the open differences that were not found again.
 * @param which SQL of the differences `n` that are looked at, of the ids `$2`
 * @returns those that ended
 */
async function endOthers(
  tx: Tx,
  districtId: string,
  which: string,
  ids: readonly string[],
  found: readonly (FoundDifference & { subjectId: string | null })[],
): Promise<DifferenceOfLot[]> {
  const [ended] = await tx.query<[DifferenceOfLot[], number]>(
    `UPDATE lot_settlement_differences n SET ended_at = $4
      WHERE n.district_id = $1 AND ${which} AND n.ended_at IS NULL AND n.settled_at IS NULL
        AND NOT EXISTS (
          SELECT FROM jsonb_to_recordset($3::jsonb) AS w ("subjectId" uuid, kind text, reason text, expected text, found text)
           WHERE w."subjectId" = n.subject_id AND w.kind = n.kind AND w.reason = n.reason AND w.expected = n.expected
             AND w.found = n.found)
      RETURNING n.kind, n.lot_id AS "lotId"`,
    [districtId, ids, JSON.stringify(found), tx.at],
  );
  return ended;
}

async function open(
  tx: Tx,
  districtId: string,
  differences: readonly NewDifference[],
): Promise<DifferenceOfLot[]> {
  if (differences.length === 0) return [];
  return tx.query(
    `INSERT INTO lot_settlement_differences (district_id, id, lot_id, subject_id, line_id, device_id, code, kind, reason,
                                            expected, found, found_at)
     SELECT $1::uuid, n.id, n."lotId", n."subjectId", n."lineId", n."deviceId", n.code, n.kind, n.reason, n.expected,
            n.found, $2::timestamptz
       FROM jsonb_to_recordset($3::jsonb) AS n (
              id uuid, "lotId" uuid, "subjectId" uuid, "lineId" uuid, "deviceId" uuid, code text, kind text, reason text,
              expected text, found text)
     ON CONFLICT DO NOTHING RETURNING kind, lot_id AS "lotId"`,
    [districtId, tx.at, JSON.stringify(differences.map((one) => ({ id: newId(), ...one })))],
  );
}

/**
 * A waiver does not count any more once a device came back with data on it, and papers that were filed before are about
 * other devices. Their file and reference stay for whoever files the next ones.
 */
async function askForCertificates(
  tx: Tx,
  { districtId, timeZone }: Scope,
  lotIds: readonly string[],
): Promise<void> {
  if (lotIds.length === 0) return;
  await tx.query(
    `INSERT INTO lot_obligations AS o (district_id, lot_id, kind, due_on)
     SELECT DISTINCT $1::uuid, n.id, 'wipe_certificates', $3::date + ${CERTIFICATES_DUE_DAYS}
       FROM unnest($2::uuid[]) AS n (id)
     ON CONFLICT (district_id, lot_id, kind) DO UPDATE
        SET waived_because = NULL, filed_on = NULL, filed_at = NULL, filed_by = NULL, due_on = excluded.due_on
      WHERE o.filed_at IS NOT NULL`,
    [districtId, lotIds, dateIn(timeZone, tx.at)],
  );
}

/** Waives the certificates of lots in which an undo ended differences about wiping, and none is left. */
export async function dropCertificates(
  tx: Tx,
  { districtId, accountId }: Scope,
  lotIds: readonly string[],
): Promise<void> {
  if (lotIds.length === 0) return;
  await tx.query(
    `UPDATE lot_obligations o
        SET waived_because = 'The import that reported devices with data was undone.', filed_at = $3, filed_by = $4
       FROM lots l
      WHERE o.district_id = $1 AND o.lot_id = ANY ($2::uuid[]) AND o.kind = 'wipe_certificates' AND o.filed_at IS NULL
        AND l.district_id = $1 AND l.id = o.lot_id AND l.wipe_contract IS NULL
        AND NOT EXISTS (
          SELECT FROM lot_settlement_differences n
           WHERE n.district_id = $1 AND n.lot_id = o.lot_id AND n.kind = 'not_wiped' AND n.ended_at IS NULL)`,
    [districtId, lotIds, tx.at, accountId],
  );
}

/** SQL of what lots lack as a whole: devices that no line is about, and money. `$1` is the district, `$2` the lots. */
const OF_LOTS = `
  SELECT y.lot_id AS "lotId", y.device_id AS "subjectId", y.device_id AS "deviceId",
         coalesce(d.serial_number, d.asset_tag, '') AS code, 'missing' AS kind, 'not_in_file' AS reason, '' AS expected,
         '' AS found
    FROM lot_devices y
    JOIN devices d ON d.district_id = $1 AND d.id = y.device_id
   WHERE y.district_id = $1 AND y.lot_id = ANY ($2::uuid[]) AND y.position IS NOT NULL AND NOT ${NOT_TAKEN}
     AND EXISTS (SELECT FROM lot_settlement_lines s
                  WHERE s.district_id = $1 AND s.lot_id = y.lot_id AND s.withdrawn_at IS NULL)
     AND NOT EXISTS (SELECT FROM lot_settlement_lines s
                      WHERE s.district_id = $1 AND s.lot_id = y.lot_id AND s.device_id = y.device_id
                        AND s.withdrawn_at IS NULL)
   UNION ALL
  SELECT o.lot_id, o.lot_id, NULL, '', 'price_cut', 'below_total', o.amount_cents::text, p.total::text
    FROM lot_obligations o
    CROSS JOIN LATERAL (
      SELECT sum(s.price_cents)::bigint AS total, count(*) FILTER (WHERE s.price_cents IS NULL) AS unpriced
        FROM lot_settlement_lines s
       WHERE s.district_id = $1 AND s.lot_id = o.lot_id AND s.withdrawn_at IS NULL
         AND s.disposition IS DISTINCT FROM 'not_received') p
   WHERE o.district_id = $1 AND o.lot_id = ANY ($2::uuid[]) AND o.kind = 'price' AND o.filed_on IS NOT NULL
     AND p.unpriced = 0 AND p.total < o.amount_cents`;

/**
 * Compares whole lots with their manifests: which devices no line is about, and whether the sum is the price.
 * @param mayBeMissing whether a device without a line is missing; a row about it may have been refused
 */
export async function compareLots(
  tx: Tx,
  districtId: string,
  lotIds: readonly string[],
  mayBeMissing: (deviceId: string) => boolean = () => true,
): Promise<void> {
  if (lotIds.length === 0) return;
  const wanted = await tx.query<Omit<NewDifference, 'lineId'>[]>(OF_LOTS, [districtId, lotIds]);
  await endOthers(tx, districtId, 'n.lot_id = ANY ($2::uuid[]) AND n.line_id IS NULL', lotIds, wanted);
  await open(
    tx,
    districtId,
    wanted.flatMap((one) =>
      one.deviceId === null || mayBeMissing(one.deviceId) ? { ...one, lineId: null } : [],
    ),
  );
}
