import { type DueFacts, dueDates } from './due-dates.js';

const NOTHING: DueFacts = {
  rma: null,
  costQuotedCents: null,
  costApprovedCents: null,
  outcome: null,
  rmaExpiresOn: null,
  quoteDueOn: null,
  partDueOn: null,
};
const TERMS = { partBackDays: 10, rmaDays: 30, quoteDays: 14 };

const due = (
  before: Partial<DueFacts>,
  after: Partial<DueFacts> & { returnsPart?: boolean },
  said: object = {},
  terms = TERMS,
): (string | null)[] => {
  const was = { ...NOTHING, ...before };
  const { rmaExpiresOn, quoteDueOn, partDueOn } = dueDates(
    was,
    { returnsPart: true, ...was, ...after },
    said,
    terms,
    '2026-02-20',
  );
  return [rmaExpiresOn, quoteDueOn, partDueOn];
};

describe('what the district must do in time', () => {
  it.each([
    ['nothing happened', {}, {}, {}, [null, null, null]],
    ['an RMA came in', {}, { rma: 'R' }, {}, ['2026-03-22', null, null]],
    ['it stays', { rma: 'R', rmaExpiresOn: '2026-03-01' }, {}, {}, ['2026-03-01', null, null]],
    [
      'another one came in',
      { rma: 'R', rmaExpiresOn: '2026-03-01' },
      { rma: 'S' },
      {},
      ['2026-03-22', null, null],
    ],
    ['it was removed', { rma: 'R', rmaExpiresOn: '2026-03-01' }, { rma: null }, {}, [null, null, null]],
    ['the vendor said a day', {}, { rma: 'R' }, { rmaExpiresOn: '2026-05-05' }, ['2026-05-05', null, null]],
    ['a quote came in', {}, { costQuotedCents: 9900 }, {}, [null, '2026-03-06', null]],
    [
      'it was approved',
      { costQuotedCents: 9900, quoteDueOn: '2026-03-06' },
      { costApprovedCents: 9900 },
      {},
      [null, null, null],
    ],
    [
      'a quote was approved at once',
      {},
      { costQuotedCents: 1, costApprovedCents: 1 },
      {},
      [null, null, null],
    ],
    ['a part was shipped', {}, { outcome: 'part_shipped' }, {}, [null, null, '2026-03-02']],
    [
      'a part was shipped, and none must go back',
      {},
      { outcome: 'part_shipped', returnsPart: false },
      {},
      [null, null, null],
    ],
    ['the device was repaired', {}, { outcome: 'repaired' }, {}, [null, null, null]],
    [
      'the claim was reopened, and the part is still here',
      { outcome: 'part_shipped', partDueOn: '2026-03-02' },
      { outcome: null },
      {},
      [null, null, '2026-03-02'],
    ],
  ] as const)('if %s', (_, before, after, said, expected) => {
    expect(due(before, after, said)).toEqual(expected);
  });

  it('has no day if the vendor gives none', () => {
    const none = { partBackDays: null, rmaDays: null, quoteDays: null } as unknown as typeof TERMS;
    expect(due({}, { rma: 'R', costQuotedCents: 1, outcome: 'part_shipped' }, {}, none)).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('is counted over the change of the clocks', () => {
    expect(due({}, { rma: 'R' }, {}, { ...TERMS, rmaDays: 17 })).toEqual(['2026-03-09', null, null]);
  });
});
