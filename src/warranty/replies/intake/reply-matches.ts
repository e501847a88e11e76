import type { Scope } from '../../../access/scope.js';
import type { Tx } from '../../../database/tx.js';
import { normaliseCode, serialsOnLabels } from '../../../devices/device-codes.js';
import { LARGEST_INTEGER } from '../../../common/http/request-fields.js';
import type { ClaimState } from '../../claims/claim.entity.js';
import { CLAIM_STEPS } from '../../claims/claim-steps.js';

/** How a reply names its claim. */
export interface NamedClaim {
  claimNumber?: string;
  /** The vendor's own number. */
  reference?: string;
  serialNumber?: string;
  /** Key or name of the vendor. */
  vendor?: string;
}

/** The claim that a reply means, or why it is not clear. */
export type MatchedClaim =
  | { claimId: string; timeZone: string; problem?: never }
  | { problem: { field: keyof NamedClaim; code: string; detail: string } };

interface Candidate {
  id: string;
  number: string;
  state: ClaimState;
  reference: string | null;
  serials: string[];
  vendorKey: string;
  vendorName: string;
  timeZone: string;
}

const WITH_VENDOR: readonly ClaimState[] = ['sent', 'acknowledged', 'in_progress', 'waiting'];
const ANSWERED: readonly ClaimState[] = ['resolved', 'denied'];

const NUMBER = /^C-\d{4}-(\d{6,9})$/i;

/** Finds the claims that replies mean, among those that the caller reaches: by number, reference, or serial number. */
export async function matchClaims(
  tx: Tx,
  scope: Scope,
  named: readonly NamedClaim[],
): Promise<MatchedClaim[]> {
  const candidates = await candidatesOf(tx, scope, named);
  return named.map((one) => matchOf(one, candidates));
}

async function candidatesOf(tx: Tx, scope: Scope, named: readonly NamedClaim[]): Promise<Candidate[]> {
  const { sql, parameters } = CLAIM_STEPS.reach(scope);
  const sequences = named.flatMap(({ claimNumber }) => sequenceOf(claimNumber) ?? []);
  const references = named.flatMap(({ reference }) => reference ?? []);
  const serials = named.flatMap(({ serialNumber }) => codesOf(serialNumber));
  // Reach has the parameter $3.
  return tx.query<Candidate[]>(
    `SELECT t.id, t.number, t.state, t.reference, v.key AS "vendorKey", lower(v.name) AS "vendorName",
            v.time_zone AS "timeZone",
            ARRAY(SELECT c.code FROM device_codes c
                   WHERE c.district_id = $1 AND c.device_id = t.device_id AND c.kind = 'serial'
                     AND c.released_at IS NULL) AS serials
       FROM claims t JOIN vendors v ON v.district_id = $1 AND v.id = t.vendor_id
      WHERE t.district_id = $1 AND ${sql}
        AND t.id IN (
              SELECT k.id FROM claims k WHERE k.district_id = $1 AND k.sequence = ANY ($2::integer[])
              UNION
              SELECT k.id FROM claims k WHERE k.district_id = $1 AND k.reference = ANY ($4::text[])
              UNION
              SELECT k.id FROM device_codes o JOIN claims k ON k.district_id = $1 AND k.device_id = o.device_id
               WHERE o.district_id = $1 AND o.kind = 'serial' AND o.code = ANY ($5::text[])
                 AND o.released_at IS NULL)
      ORDER BY t.sequence`,
    [scope.districtId, sequences, ...parameters, references, serials],
  );
}

function matchOf(named: NamedClaim, all: readonly Candidate[]): MatchedClaim {
  const { claimNumber, reference, serialNumber, vendor } = named;
  const candidates = vendor === undefined ? all : all.filter((claim) => isOf(claim, vendor));
  if (claimNumber !== undefined) return byNumber(named, candidates);
  const ofSerial = serialNumber === undefined ? undefined : havingSerial(candidates, serialNumber);
  const ofReference =
    reference === undefined ? [] : candidates.filter((claim) => claim.reference === reference);
  if (ofReference.length > 0) {
    const both = ofSerial ? ofReference.filter((claim) => ofSerial.includes(claim)) : ofReference;
    if (both.length > 0) return only('reference', reference ?? '', both);
  }
  if (ofSerial) return only('serialNumber', serialNumber ?? '', ofSerial);
  return problem(
    'reference',
    'NO_SUCH_CLAIM',
    `There is no claim with the reference "${reference}". Check the reference, or fill in the claim number.`,
  );
}

/** The number decides. A serial number that belongs to another device is more likely a slip than a second claim. */
function byNumber(
  { claimNumber = '', serialNumber }: NamedClaim,
  candidates: readonly Candidate[],
): MatchedClaim {
  const claim = candidates.find(({ number }) => number === claimNumber.trim().toUpperCase());
  if (!claim)
    return problem(
      'claimNumber',
      'NO_SUCH_CLAIM',
      `There is no claim ${claimNumber}. Check the number. It looks like C-2026-000123.`,
    );
  if (serialNumber !== undefined && !havingSerial([claim], serialNumber).includes(claim))
    return problem(
      'serialNumber',
      'SERIAL_OF_ANOTHER_DEVICE',
      `Claim ${claim.number} is about another device than ${serialNumber}. Correct one of the two.`,
    );
  return { claimId: claim.id, timeZone: claim.timeZone };
}

/** The one claim that the vendor has; else the one that it answered last and that has not ended. */
function only(
  field: 'reference' | 'serialNumber',
  text: string,
  candidates: readonly Candidate[],
): MatchedClaim {
  const what = field === 'reference' ? 'the reference' : 'the serial number';
  for (const states of [WITH_VENDOR, ANSWERED]) {
    const found = candidates.filter(({ state }) => states.includes(state));
    const [claim, ...others] = found;
    if (!claim) continue;
    if (others.length === 0) return { claimId: claim.id, timeZone: claim.timeZone };
    const numbers = found.map(({ number }) => number).join(', ');
    return problem(
      field,
      'SEVERAL_CLAIMS',
      `Several open claims have ${what} "${text}": ${numbers}. Fill in the claim number to say which one is meant.`,
    );
  }
  return problem(
    field,
    'NO_SUCH_CLAIM',
    `There is no open claim with ${what} "${text}". Check it, or fill in the claim number.`,
  );
}

function havingSerial(candidates: readonly Candidate[], serialNumber: string): Candidate[] {
  const codes = codesOf(serialNumber);
  return candidates.filter(({ serials }) => codes.some((code) => serials.includes(code)));
}

/** The code itself, and the serial numbers that it would hold on a maker's label. */
function codesOf(serialNumber: string | undefined): string[] {
  if (serialNumber === undefined) return [];
  const code = normaliseCode(serialNumber);
  return [code, ...serialsOnLabels(code).map(({ serial }) => serial)];
}

function sequenceOf(claimNumber: string | undefined): number | undefined {
  const digits = NUMBER.exec(claimNumber?.trim() ?? '')?.[1];
  const sequence = Number(digits);
  return digits !== undefined && sequence <= LARGEST_INTEGER ? sequence : undefined;
}

function isOf({ vendorKey, vendorName }: Candidate, vendor: string): boolean {
  return [vendorKey, vendorName].includes(vendor.trim().toLowerCase());
}

function problem(field: keyof NamedClaim, code: string, detail: string): MatchedClaim {
  return { problem: { field, code, detail } };
}
