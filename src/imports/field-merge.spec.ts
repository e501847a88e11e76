import { keptByPerson, mergeFields, revertFields } from './field-merge.js';

interface School {
  name: string;
  region: string;
  city: string | null;
}

const current: School = { name: 'Alameda High', region: 'North', city: null };

describe('a file over a record', () => {
  it('changes only what differs', () => {
    const merged = mergeFields(current, { name: 'Alameda High', city: 'Alameda' }, []);
    expect(merged.changes).toEqual({ city: [null, 'Alameda'] });
    expect(merged.after).toEqual({ name: 'Alameda High', region: 'North', city: 'Alameda' });
    expect(merged.kept).toEqual([]);
  });

  it('empties a field that the file clears', () => {
    expect(mergeFields<School>({ ...current, city: 'Alameda' }, { city: null }, []).changes).toEqual({
      city: ['Alameda', null],
    });
  });

  it('keeps what a person said, and says so only where the file differs', () => {
    const merged = mergeFields(current, { name: 'Other', region: 'North' }, ['name', 'region']);
    expect(merged.changes).toEqual({});
    expect(merged.after).toEqual(current);
    expect(keptByPerson(merged.kept).map((problem) => [problem.column, problem.code])).toEqual([
      ['name', 'KEPT_BY_PERSON'],
    ]);
  });
});

describe('a file taken back', () => {
  it('returns fields, but not those changed since', () => {
    const now = { name: 'Typed later', region: 'South', city: 'Alameda' };
    const changes: Record<string, [unknown, unknown]> = {
      name: ['Old', 'From the file'],
      region: ['North', 'South'],
      city: [null, 'Alameda'],
    };
    const reversal = revertFields(now, changes, ['city']);
    expect(reversal.after).toEqual({ name: 'Typed later', region: 'North', city: 'Alameda' });
    expect(reversal.reverted).toEqual(['region']);
    expect(reversal.left).toEqual(['name', 'city']);
  });

  it('leaves alone what is no field of the record', () => {
    expect(revertFields(current, { 'pupils 2025-26': [1, 2] }, []).reverted).toEqual([]);
  });
});
