import type { DisposalRoute } from '../../devices/statuses.js';

/** What a board finds before devices leave: a finding of the California Education Code, or the district's own words. */
export const FINDINGS = ['17545', '17546_a', '17546_b', '17546_c', '17540', '17542', 'other'] as const;
export type Finding = (typeof FINDINGS)[number];

/** A notice that the law asks for after the meeting. */
export interface NoticeRule {
  what: string;
  /** Days from the meeting to the first notice. */
  afterDays: number;
  /** How many days the notice lasts. */
  forDays: number;
}

export interface FindingRule {
  finding: Finding;
  /** Section of the law. */
  statute: string;
  /** The words that the board adopts. Null if the district writes its own. */
  words: string | null;
  /** The routes that this finding allows. Null for all routes. */
  routes: readonly DisposalRoute[] | null;
  /** Every member of the board who is present must vote yes. */
  isUnanimous: boolean;
  /** The most that all property of the item together can be worth, in cents. */
  mostCents: number | null;
  notices: readonly NoticeRule[];
  /** First day on which this row is the law, as far as our sources say. */
  since: string;
  source: string;
  /** What our sources leave open. It blocks nobody. */
  doubt: string | null;
}

const SALE_NOTICE: NoticeRule = {
  what: 'Notice in three public places, or in a newspaper once a week, for two weeks',
  afterDays: 0,
  forDays: 14,
};

/** The law as dated rows. When the law changes, add a later row. Decisions under the old row stay as they are. */
export const FINDING_RULES: readonly FindingRule[] = [
  {
    finding: '17545',
    statute: 'Education Code 17545',
    words:
      'The property is not required for school purposes, or should be disposed of to be replaced, or is unsatisfactory or not suitable for school use. It is to be sold after notice to the highest responsible bidder, or at a public auction.',
    routes: ['sell', 'recycle', 'trade_in'],
    isUnanimous: false,
    mostCents: null,
    notices: [SALE_NOTICE],
    since: '1998-01-01',
    source: 'Education Code 17545 (text of 1998)',
    doubt: null,
  },
  {
    finding: '17546_a',
    statute: 'Education Code 17546(a)',
    words:
      'The board, by unanimous vote of the members present, finds that the property, whether one or more items, does not exceed $2,500 in value. It may be sold at private sale without advertising.',
    routes: ['sell', 'recycle', 'trade_in'],
    isUnanimous: true,
    mostCents: 250_000,
    notices: [],
    since: '1998-01-01',
    source: 'Education Code 17546(a) (Alameda 2025-26; no change found to mid-2026)',
    doubt: 'A bill of 2026 (AB 2726) may change this. We could not read it.',
  },
  {
    finding: '17546_b',
    statute: 'Education Code 17546(b)',
    words:
      'The property was offered for sale under section 17545, and no qualified bid was received. It may be sold at private sale.',
    routes: ['sell', 'recycle', 'trade_in'],
    isUnanimous: true,
    mostCents: null,
    notices: [],
    since: '1998-01-01',
    source: 'Education Code 17546(b)',
    doubt: 'A bill of 2026 (AB 2726) may change this. We could not read it.',
  },
  {
    finding: '17546_c',
    statute: 'Education Code 17546(c)',
    words:
      'The board, by unanimous vote of the members present, finds that the property is of insufficient value to defray the costs of arranging a sale. It may be donated to a charitable organization that the board deems appropriate, or disposed of in the local public dump.',
    routes: ['donate', 'recycle'],
    isUnanimous: true,
    mostCents: null,
    notices: [],
    since: '1998-01-01',
    source: 'Education Code 17546(c) (Alameda 2025-26; no change found to mid-2026)',
    doubt: 'A bill of 2026 (AB 2726) may change this. We could not read it.',
  },
  {
    finding: '17540',
    statute: 'Education Code 17540',
    words:
      'The property is sold to an agency of the federal government, the state, a county, a city or another public agency, without advertising for bids.',
    routes: ['agency_transfer', 'sell', 'donate'],
    isUnanimous: false,
    mostCents: null,
    notices: [],
    since: '1998-01-01',
    source: 'Education Code 17540',
    doubt: null,
  },
  {
    finding: '17542',
    statute: 'Education Code 17542',
    words:
      'The county superintendent of schools has approved the price at which the property is sold to a public agency.',
    routes: ['agency_transfer'],
    isUnanimous: false,
    mostCents: null,
    notices: [],
    since: '1998-01-01',
    source: 'Education Code 17542',
    doubt: null,
  },
  {
    finding: 'other',
    statute: 'Other',
    words: null,
    routes: null,
    isUnanimous: false,
    mostCents: null,
    notices: [],
    since: '1998-01-01',
    source: 'The district chooses the words and the law.',
    doubt: null,
  },
];

/** The row of a finding that is the law on a day. For a day before all rows, the oldest row. */
export function findingOn(finding: Finding, day: string): FindingRule {
  const rows = FINDING_RULES.filter((one) => one.finding === finding).toSorted((a, b) =>
    a.since < b.since ? -1 : 1,
  );
  const row = rows.findLast(({ since }) => since <= day) ?? rows[0];
  if (!row) throw new Error(`no row about ${finding}`);
  return row;
}
