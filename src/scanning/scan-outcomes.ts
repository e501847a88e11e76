/** What can become of a scan. `dismissed` is a conflict that somebody decided against. */
export const SCAN_OUTCOMES = ['applied', 'conflict', 'unknown', 'refused', 'dismissed'] as const;

export type ScanOutcome = (typeof SCAN_OUTCOMES)[number];

/** One field on which two people do not agree: what it was, what it is now, what the scan says. */
export interface Clash {
  field: string;
  theirs: unknown;
  mine: unknown;
}

/** What was decided of a scan. */
export interface Verdict {
  outcome: ScanOutcome;
  /** Stable code of what stands against it. */
  reason?: string;
  /** The same for people; or what they should know of it all the same. */
  detail?: string;
  clash?: Clash[];
  deviceId?: string;
  /** Version of the device that the phone may build on. */
  version?: number;
  /** Site that the device left by this scan. */
  fromSiteId?: string;
  /** What it wrote, where it wrote anything: of one device, one scan each. */
  changeSetId?: string;
}

/**
 * What the register refuses for what is wrong with the scan itself; nobody can decide anything about it. All else
 * is a fact that contradicts the register, and goes to people.
 */
const WRONG_INPUT = new Set([
  'INVALID_SCAN',
  'UNKNOWN_ACTION',
  'UNKNOWN_SITE',
  'SITE_UNCLEAR',
  'SITE_REQUIRED',
  'UNKNOWN_PERSON',
  'PERSON_UNCLEAR',
  'NOT_LENT',
  'FUTURE_DATE',
]);

export function verdictOf(reason: string, detail: string, deviceId?: string): Verdict {
  return { outcome: WRONG_INPUT.has(reason) ? 'refused' : 'conflict', reason, detail, deviceId };
}
