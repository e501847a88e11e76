/**
 * The findings of a board, as `src/salvage/board/findings.ts` has them in English. A test compares both, so that Spanish
 * pages never translate a text that has changed.
 */
export const findings = {
  words_17545:
    'The property is not required for school purposes, or should be disposed of to be replaced, or is unsatisfactory or not suitable for school use. It is to be sold after notice to the highest responsible bidder, or at a public auction.',
  source_17545: 'Education Code 17545 (text of 1998)',
  words_17546_a:
    'The board, by unanimous vote of the members present, finds that the property, whether one or more items, does not exceed $2,500 in value. It may be sold at private sale without advertising.',
  source_17546_a: 'Education Code 17546(a) (Alameda 2025-26; no change found to mid-2026)',
  doubt_17546_a: 'A bill of 2026 (AB 2726) may change this. We could not read it.',
  words_17546_b:
    'The property was offered for sale under section 17545, and no qualified bid was received. It may be sold at private sale.',
  source_17546_b: 'Education Code 17546(b)',
  doubt_17546_b: 'A bill of 2026 (AB 2726) may change this. We could not read it.',
  words_17546_c:
    'The board, by unanimous vote of the members present, finds that the property is of insufficient value to defray the costs of arranging a sale. It may be donated to a charitable organization that the board deems appropriate, or disposed of in the local public dump.',
  source_17546_c: 'Education Code 17546(c) (Alameda 2025-26; no change found to mid-2026)',
  doubt_17546_c: 'A bill of 2026 (AB 2726) may change this. We could not read it.',
  words_17540:
    'The property is sold to an agency of the federal government, the state, a county, a city or another public agency, without advertising for bids.',
  source_17540: 'Education Code 17540',
  words_17542:
    'The county superintendent of schools has approved the price at which the property is sold to a public agency.',
  source_17542: 'Education Code 17542',
  source_other: 'The district chooses the words and the law.',
  adopted: 'The board adopts the English words:',
} as const;
