import { definedFields } from '../../../common/defined-fields.js';
import { Conflict, InvalidInput } from '../../../common/refusal.js';
import type { Statements, Tx } from '../../../database/tx.js';
import type { Claim, ClaimState } from '../claim.entity.js';
import type { ClaimRequestBody } from './claim-request.dto.js';

/** A part that a claim asks for. */
export interface ClaimPartView {
  /** From 1. */
  position: number;
  number: string | null;
  quantity: number;
  description: string | null;
  /** Whether the defective part must go back to the vendor. */
  mustReturn: boolean;
}

/** In these states, no vendor has the claim, so what it asks for can change. */
const NOT_SENT: readonly ClaimState[] = ['draft', 'ready', 'denied'];

/**
 * The columns of a claim that say what is asked for.
 * @throws Conflict where the vendor has the claim already; InvalidInput for a part without a name
 */
export function requestColumns(
  state: ClaimState,
  { requestedService, parts, contact, shipFrom }: ClaimRequestBody,
): Partial<Pick<Claim, 'requestedService' | 'contact' | 'shipFrom'>> {
  if ((requestedService !== undefined || parts !== undefined) && !NOT_SENT.includes(state))
    throw new Conflict(
      'The vendor has this claim already, so its parts and its service cannot be changed. Tell the vendor instead.',
      'CLAIM_SENT',
    );
  for (const [i, { number, description }] of (parts ?? []).entries())
    if (!number && !description) {
      const detail = 'Enter the number or the description of each part.';
      throw new InvalidInput(detail, [{ field: `parts.${i}.number`, code: 'MISSING', detail }]);
    }
  return definedFields({
    requestedService,
    contact: contact && { name: contact.name, email: contact.email ?? null, phone: contact.phone ?? null },
    shipFrom: shipFrom && { ...shipFrom },
  });
}

/** Writes the list of parts of a claim in the place of the list before. The claim is locked. */
export async function writeParts(
  tx: Tx,
  districtId: string,
  claimId: string,
  parts: ClaimRequestBody['parts'],
): Promise<void> {
  if (parts === undefined) return;
  await tx.query(`DELETE FROM claim_parts WHERE district_id = $1 AND claim_id = $2`, [districtId, claimId]);
  const rows = parts.map(({ number, quantity, description, mustReturn }, i) => ({
    position: i + 1,
    number,
    quantity,
    description,
    must_return: mustReturn,
  }));
  await tx.query(
    `INSERT INTO claim_parts (district_id, claim_id, position, number, quantity, description, must_return)
     SELECT $1::uuid, $2::uuid, n.position, n.number, n.quantity, n.description, n.must_return
       FROM jsonb_populate_recordset(NULL::claim_parts, $3::jsonb) AS n`,
    [districtId, claimId, JSON.stringify(rows)],
  );
}

export function partsOf(db: Statements, districtId: string, claimId: string): Promise<ClaimPartView[]> {
  return db.query<ClaimPartView[]>(
    `SELECT position, number, quantity, description, must_return AS "mustReturn" FROM claim_parts
      WHERE district_id = $1 AND claim_id = $2 ORDER BY position`,
    [districtId, claimId],
  );
}
