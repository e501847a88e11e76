import { addUp, difference } from '../../counts/ledger/movements.js';
import { firstBrokenMove, foldFacts, type HistoryEvent, movementsOf } from './device-history.js';

const ZONE = 'America/Los_Angeles';
let recorded = 0;

function event(
  day: string,
  type: HistoryEvent['type'],
  cause: HistoryEvent['cause'],
  set: object,
): HistoryEvent {
  recorded += 1;
  return {
    id: `e${String(recorded).padStart(3, '0')}`,
    type,
    cause,
    effectiveAt: new Date(`${day}T08:00:00-08:00`),
    recordedAt: new Date(Date.UTC(2026, 0, 1, 0, 0, recorded)),
    changes: Object.fromEntries(Object.entries(set).map(([field, value]) => [field, [null, value]])),
  };
}

const entered = event('2012-08-01', 'entered', 'purchased', {
  status: 'deployed',
  kind: 'laptop',
  modelId: 'm',
  siteId: 'A',
  enteredOn: '2012-08-01',
});

const at = (movements: ReturnType<typeof movementsOf>, site: string, on: string): number =>
  movements.filter((m) => m.unit.siteId === site && m.on <= on).reduce((sum, m) => sum + m.delta, 0);

describe('the history of a device', () => {
  it('folds field by field: a later effective value wins over a later recorded one', () => {
    const moved = event('2015-01-05', 'changed', 'transferred', { siteId: 'B' });
    const backdated = event('2013-01-05', 'changed', 'transferred', { siteId: 'C', notes: 'dented' });
    const facts = foldFacts([entered, moved, backdated]);
    expect(facts.siteId).toBe('B');
    expect(facts.notes).toBe('dented');
  });

  it('counts a device from the day it entered, though it was recorded today', () => {
    const movements = movementsOf([entered], ZONE);
    expect(at(movements, 'A', '2012-07-31')).toBe(0);
    expect(at(movements, 'A', '2012-08-01')).toBe(1);
  });

  it('compensates a backdated transfer at both dates, by the cause of what it amends', () => {
    const moved = event('2015-01-05', 'changed', 'transferred', { siteId: 'B' });
    const backdated = event('2013-01-05', 'changed', 'corrected', { siteId: 'C' });
    const before = movementsOf([entered, moved], ZONE);
    const after = movementsOf([entered, moved, backdated], ZONE);
    expect(at(after, 'C', '2014-01-01')).toBe(1);
    expect(at(after, 'A', '2014-01-01')).toBe(0);
    expect(at(after, 'B', '2015-01-05')).toBe(1);
    const compensation = difference(before, after);
    const later = compensation.filter((m) => m.on === '2015-01-05');
    expect(later.map(({ cause, delta }) => [cause, delta])).toEqual(
      expect.arrayContaining([
        ['transferred', 1],
        ['transferred', -1],
      ]),
    );
    expect(new Set(later.map(({ cause }) => cause))).toEqual(new Set(['transferred']));
    expect(addUp([...before, ...compensation])).toEqual(expect.arrayContaining(addUp(after)));
  });

  it('moves nothing at any date once it is void', () => {
    expect(
      movementsOf([entered, event('2012-08-01', 'voided', 'corrected', { status: 'void' })], ZONE),
    ).toEqual([]);
  });

  it('enters earlier when the day of entry is corrected', () => {
    const corrected = event('2012-08-01', 'corrected', 'purchased', { enteredOn: '2011-03-01' });
    expect(at(movementsOf([entered, corrected], ZONE), 'A', '2011-03-01')).toBe(1);
  });

  it('names the move that a backdated one would break', () => {
    const retired = event('2018-06-01', 'moved', 'retired', { status: 'retired' });
    const reused = event('2019-06-01', 'moved', 'reused', { status: 'in_stock' });
    const disposed = event('2018-09-01', 'moved', 'disposed', { status: 'disposed' });
    expect(firstBrokenMove([entered, retired, reused])).toBeUndefined();
    expect(firstBrokenMove([entered, retired, reused, disposed])).toMatchObject({
      event: reused,
      from: 'disposed',
      to: 'in_stock',
    });
  });
});
