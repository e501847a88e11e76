import { gradesBelow, readGrade } from './grades.js';
import type { FoundDifference, LineMatch } from './line-matches.js';
import type { Disposition, SanitizationResult } from './returned.entities.js';

/** What a recipient says of one device. */
export interface LineFacts {
  serialNumber: string | null;
  assetTag: string | null;
  cosmeticGrade: string | null;
  functionalGrade: string | null;
  letterGrade: string | null;
  weightGrams: number | null;
  priceCents: number | null;
  offeredCents: number | null;
  sanitization: SanitizationResult | null;
  disposition: Disposition | null;
  dispositionText: string | null;
  note: string | null;
}

/** Results after which there may be data on a device. */
const NOT_WIPED = ['failed', 'data_found', 'not_done'] as const satisfies readonly SanitizationResult[];

/**
 * In what a line differs from the manifest. The price is compared with the offer in the same file. Without an offer,
 * nobody knows which price was agreed for one device, so the grade is compared with the condition on the manifest.
 */
export function differencesOf(facts: LineFacts, { onLot, differences }: LineMatch): FoundDifference[] {
  if (facts.disposition === 'not_received')
    return onLot?.isTaken ? [{ kind: 'missing', reason: 'not_received', expected: '', found: '' }] : [];
  return [...notWiped(facts), ...differences, ...priceCuts(facts, onLot?.condition ?? null)];
}

function priceCuts(facts: LineFacts, condition: string | null): FoundDifference[] {
  const { priceCents, offeredCents } = facts;
  if (offeredCents !== null) {
    if (priceCents === null || priceCents >= offeredCents) return [];
    const amounts = { expected: String(offeredCents), found: String(priceCents) };
    return [{ kind: 'price_cut', reason: 'below_offer', ...amounts }];
  }
  const promised = condition === null ? undefined : readGrade(condition);
  return gradesBelow(facts, promised ?? {}).map((grades) => ({
    kind: 'price_cut',
    reason: 'below_grade',
    ...grades,
  }));
}

function notWiped({ sanitization }: LineFacts): FoundDifference[] {
  const reason = NOT_WIPED.find((one) => one === sanitization);
  return reason ? [{ kind: 'not_wiped', reason, expected: '', found: '' }] : [];
}
