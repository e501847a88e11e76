import type { ClaimState } from '../../claims/claim.entity.js';
import { meaningOf, READY_MADE_WORDS, type WordMeaning } from '../words/word-meanings.js';
import { judgeReply, type JudgedClaim } from './judge-reply.js';
import { hashOf, type ReplyContent, SAYS_NOTHING, wordKey } from './reply-content.js';

const claim = (state: ClaimState, more: Partial<JudgedClaim> = {}): JudgedClaim => ({
  number: 'C-2026-000001',
  state,
  outcome: null,
  denialReason: null,
  lastSaidAt: null,
  ...more,
});
const says = (word: string | null, more: Partial<ReplyContent> = {}): ReplyContent => ({
  ...SAYS_NOTHING,
  word,
  ...more,
});
const judged = (
  state: ClaimState,
  reply: ReplyContent,
  words?: ReadonlyMap<string, WordMeaning>,
  more: Partial<JudgedClaim> = {},
): string => {
  const verdict = judgeReply(claim(state, more), reply, meaningOf(reply.word, words));
  if (verdict.why !== undefined) return verdict.why;
  return verdict.steps
    .map(({ step, outcome, denialReason }) => [step, outcome, denialReason].filter(Boolean).join(' '))
    .join(', ');
};

describe('a reply to a claim', () => {
  const repaired = { outcome: 'repaired' } as const;
  it.each<[ClaimState, string, Partial<ReplyContent>, string]>([
    ['sent', 'acknowledged', {}, 'acknowledge'],
    ['sent', 'in_progress', {}, 'start'],
    ['sent', 'In Progress', {}, 'start'],
    ['sent', 'waiting', {}, 'acknowledge, wait'],
    ['sent', 'resolved', repaired, 'resolve repaired'],
    ['sent', 'denied', {}, 'deny other'],
    ['sent', 'denied', { denialReason: 'liquid' }, 'deny liquid'],
    ['acknowledged', 'acknowledged', {}, ''],
    ['acknowledged', 'in_progress', {}, 'start'],
    ['acknowledged', 'waiting', {}, 'wait'],
    ['in_progress', 'acknowledged', {}, 'MOVES_BACK'],
    ['in_progress', 'in_progress', {}, ''],
    ['in_progress', 'waiting', {}, 'wait'],
    ['in_progress', 'resolved', repaired, 'resolve repaired'],
    ['waiting', 'acknowledged', {}, 'MOVES_BACK'],
    ['waiting', 'in_progress', {}, 'resume'],
    ['waiting', 'denied', {}, 'deny other'],
    ['resolved', 'acknowledged', {}, 'MOVES_BACK'],
    ['resolved', 'in_progress', {}, 'MOVES_BACK'],
    ['resolved', 'denied', {}, 'MOVES_BACK'],
    ['denied', 'resolved', repaired, 'MOVES_BACK'],
    ['denied', 'denied', {}, ''],
    ['sent', 'resolved', {}, 'OUTCOME_MISSING'],
    ['sent', 'on the truck', {}, 'UNKNOWN_WORD'],
    ['draft', 'acknowledged', {}, 'NOT_WITH_VENDOR'],
    ['ready', 'denied', {}, 'NOT_WITH_VENDOR'],
    ['closed', 'resolved', repaired, 'NOT_WITH_VENDOR'],
    ['cancelled', 'on the truck', {}, 'NOT_WITH_VENDOR'],
  ])('that is %s and said to be "%s" %j: %s', (state, word, more, expected) => {
    expect(judged(state, says(word, more))).toBe(expected);
  });

  it('without a word changes details only, in every state in which the vendor has the claim', () => {
    for (const state of ['sent', 'acknowledged', 'in_progress', 'waiting', 'resolved', 'denied'] as const)
      expect(judged(state, says(null, { rma: 'RMA-1' }))).toBe('');
  });

  it('that says resolved again is nothing new, and with another outcome it contradicts the first', () => {
    const was = { outcome: 'repaired' } as const;
    expect(judged('resolved', says('resolved'), undefined, was)).toBe('');
    expect(judged('resolved', says('resolved', repaired), undefined, was)).toBe('');
    expect(judged('resolved', says('resolved', { outcome: 'credited' }), undefined, was)).toBe('MOVES_BACK');
  });

  it('that was said before one that was taken over is out of order', () => {
    const last = { lastSaidAt: new Date('2026-03-02T12:00:00Z') };
    const at = (saidAt: string): string =>
      judged('acknowledged', says('in_progress', { saidAt: new Date(saidAt) }), undefined, last);
    expect(at('2026-03-02T11:59:59Z')).toBe('OUT_OF_ORDER');
    expect(at('2026-03-02T12:00:00Z')).toBe('start');
    expect(judged('acknowledged', says('in_progress'), undefined, last)).toBe('start');
  });

  it('in words that the district has given another meaning means that', () => {
    const words = new Map([
      ['resolved', { meaning: 'in_progress', outcome: null, denialReason: null }],
    ] as const);
    expect(judged('sent', says('Resolved'), words)).toBe('start');
  });
});

describe('the words of Dell', () => {
  const words = new Map((READY_MADE_WORDS['dell'] ?? []).map((known) => [wordKey(known.word), known]));

  it.each([
    ...`2H SBD|APJ Queue|BIL ERROR|CAR|Complete Care|HOLD|L2 Review|L2 DISPATCH|NBD|NON LATIN 1|NPO|Parts Review|Pending Supervisor|PND|Request Submitted|Request Resubmitted|Returned to Depot|SBD|SBD4|TAG/CUSTOMER MISMATCH|FED`
      .split('|')
      .map((word): [string, string] => [word, 'acknowledge']),
    ...['Issued', 'DSP', 'ORD', 'QUE'].map((word): [string, string] => [word, 'start']),
    ['Shipped Parts', 'resolve part_shipped'],
    ['Dispatch Denied', 'deny other'],
    ['CAD-Deferred', 'acknowledge, wait'],
    ...`Defective Part Received|Claim Submitted|Parts Returned/Claim Submitted|Moved_to_Claims_Process|Pending Request|Pending 2|START`
      .split('|')
      .map((word): [string, string] => [word, '']),
  ])('%s: %s', (word, expected) => {
    expect(judged('sent', says(word), words)).toBe(expected);
    expect(judged('sent', says(word.toUpperCase()), words)).toBe(expected);
  });
});

describe('two replies', () => {
  it('say the same if they differ in case and space of the word only', () => {
    const hash = (reply: ReplyContent): string => hashOf(reply).toString('hex');
    expect(hash(says(' Parts  review '))).toBe(hash(says('PARTS REVIEW')));
    expect(hash(says('HOLD'))).not.toBe(hash(says('CAR')));
    expect(hash(says('HOLD'))).not.toBe(hash(says('HOLD', { note: 'x' })));
    expect(hash(says('HOLD', { reference: 'x' }))).not.toBe(hash(says('HOLD', { rma: 'x' })));
  });
});
