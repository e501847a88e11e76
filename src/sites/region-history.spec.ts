import { planRegionChange } from './region-history.js';

const TODAY = '2026-02-10';

function plan(
  last: { fromOn: string; toOn: string | null } | undefined,
  region: string | null,
  fromOn: string | null = null,
  openedOn: string | null = null,
): ReturnType<typeof planRegionChange> {
  const span = last && { siteId: 's', ...last };
  return planRegionChange(span, { siteId: 's', region, fromOn, openedOn }, TODAY);
}

describe('a change of region', () => {
  it('reaches back to the opening when it is the first', () => {
    expect(plan(undefined, 'North', null, '2016-08-24')).toEqual({
      begin: { fromOn: '2016-08-24', region: 'North' },
    });
    expect(plan(undefined, 'North')).toEqual({ begin: { fromOn: '1900-01-01', region: 'North' } });
  });

  it('begins on the day that is given, also when it is the first', () => {
    expect(plan(undefined, 'North', '2020-07-01')).toEqual({
      begin: { fromOn: '2020-07-01', region: 'North' },
    });
  });

  it('ends the old region on the day the new one begins, today where no day is given', () => {
    expect(plan({ fromOn: '2016-08-24', toOn: null }, 'South')).toEqual({
      end: { fromOn: '2016-08-24', toOn: TODAY },
      begin: { fromOn: TODAY, region: 'South' },
    });
  });

  it('replaces a region on the day it began', () => {
    expect(plan({ fromOn: TODAY, toOn: null }, 'South')).toEqual({
      amend: { fromOn: TODAY, region: 'South', toOn: null },
    });
  });

  it('may leave a site without a region, and give it one again later', () => {
    expect(plan({ fromOn: '2016-08-24', toOn: null }, null)).toEqual({
      end: { fromOn: '2016-08-24', toOn: TODAY },
    });
    expect(plan({ fromOn: TODAY, toOn: null }, null)).toEqual({
      amend: { fromOn: TODAY, region: null, toOn: '2026-02-11' },
    });
    expect(plan({ fromOn: '2016-08-24', toOn: '2020-07-01' }, 'South')).toEqual({
      begin: { fromOn: TODAY, region: 'South' },
    });
    expect(plan({ fromOn: TODAY, toOn: '2026-02-11' }, 'South')).toEqual({
      amend: { fromOn: TODAY, region: 'South', toOn: null },
    });
  });

  it('can be taken back whole, so that the next one is the first again', () => {
    const span = { siteId: 's', fromOn: '1900-01-01', toOn: null };
    const undone = { siteId: 's', region: null, fromOn: null, openedOn: null, replacesLatest: true };
    const takenBack = { fromOn: '1900-01-01', region: null, toOn: '1900-01-02' };
    expect(planRegionChange(span, undone, TODAY)).toEqual({ amend: takenBack });
    expect(plan(takenBack, 'South')).toEqual({
      amend: { fromOn: '1900-01-01', region: 'South', toOn: null },
    });
  });

  it('is refused before the latest change and after today', () => {
    expect(() => plan({ fromOn: '2020-07-01', toOn: null }, 'South', '2019-07-01')).toThrow('2020-07-01');
    expect(() => plan({ fromOn: '2018-07-01', toOn: '2020-07-01' }, 'South', '2019-07-01')).toThrow(
      '2020-07-01',
    );
    expect(() => plan({ fromOn: '2018-07-01', toOn: '2020-07-01' }, 'South', '2018-07-01')).toThrow(
      '2020-07-01',
    );
    expect(() => plan(undefined, 'South', '2026-02-11')).toThrow('today or an earlier day');
  });
});
