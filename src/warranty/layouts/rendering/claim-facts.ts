import type { Statements } from '../../../database/tx.js';
import type { NamedPerson } from '../../../people/name-readings.service.js';
import { LAYOUT_FIELD_NAMES, LAYOUT_FIELDS } from '../layout-fields.js';
import type { FieldValue } from './cells.js';

/** A part that a claim asks for. */
export interface AskedPart {
  number: string | null;
  description: string | null;
  quantity: number;
  /** The vendor wants the defective part back. */
  mustReturn: boolean;
}

/** What a file may say of a claim. */
export interface LaidOutClaim {
  id: string;
  /** How often it had been sent again before. */
  round: number;
  number: string;
  parts: AskedPart[];
  /** Who has the device, for the log of names. */
  borrower: NamedPerson | null;
  /** By the name of the field; null where it has none. */
  values: Readonly<Record<string, FieldValue>>;
}

const VALUES = LAYOUT_FIELD_NAMES.flatMap((name) => {
  const { sql } = LAYOUT_FIELDS[name];
  return sql === undefined ? [] : [`'${name}', ${sql}`];
}).join(', ');

const CLAIMS = `
  SELECT k.id, k.resubmissions AS round, k.number, jsonb_build_object(${VALUES}) AS values,
         CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('id', p.id, 'role', p.role,
              'givenName', p.given_name, 'familyName', p.family_name, 'email', p.email) END AS borrower,
         coalesce((SELECT jsonb_agg(jsonb_build_object('number', q.number, 'description', q.description,
                          'quantity', q.quantity, 'mustReturn', q.must_return) ORDER BY q.position)
                     FROM claim_parts q WHERE q.district_id = $1 AND q.claim_id = k.id), '[]') AS parts
    FROM claims k
    JOIN districts t ON t.id = $1
    JOIN devices d ON d.district_id = $1 AND d.id = k.device_id
    JOIN device_models m ON m.district_id = $1 AND m.id = d.model_id
    JOIN sites s ON s.district_id = $1 AND s.id = d.site_id
    LEFT JOIN coverages c ON c.district_id = $1 AND c.id = k.coverage_id
    LEFT JOIN accounts a ON a.district_id = $1 AND a.id = k.opened_by
    LEFT JOIN people p ON p.district_id = $1 AND p.id = d.person_id
   WHERE k.district_id = $1 AND k.id = ANY ($2::uuid[])
   ORDER BY k.sequence`;

/** Reads claims in the order of their numbers, with one statement. */
export function readClaims(
  db: Statements,
  districtId: string,
  ids: readonly string[],
): Promise<LaidOutClaim[]> {
  return db.query(CLAIMS, [districtId, ids]);
}
