import { demoYear, weekdayOf, workdaysBefore, workdaysFrom } from './demo-year.js';

describe('the demo’s school year', () => {
  it('has the first and last day of school, and closures inside of it', () => {
    const { name, firstDay, lastDay, closures } = demoYear('2026-11-29');
    expect([name, firstDay, lastDay]).toEqual(['2026-27', '2026-08-20', '2027-06-03']);
    expect(closures.map(({ name: closure, from, to }) => [closure, from, to])).toEqual([
      ['Labor Day', '2026-09-07', '2026-09-07'],
      ['Veterans Day', '2026-11-11', '2026-11-11'],
      ['Thanksgiving break', '2026-11-23', '2026-11-27'],
      ['Winter break', '2026-12-21', '2027-01-01'],
      ['Martin Luther King Jr. Day', '2027-01-18', '2027-01-18'],
      ['Presidents’ Day', '2027-02-15', '2027-02-15'],
      ['Spring break', '2027-04-05', '2027-04-09'],
      ['Memorial Day', '2027-05-31', '2027-05-31'],
    ]);
  });

  it.each([
    // In school time, devices were handed out this August and are due next June.
    ['2026-11-29', '2026-08-20', '2027-06-03'],
    // Before school begins again, those of last August are kept over the summer.
    ['2027-07-15', '2026-08-20', '2028-06-01'],
    ['2026-08-25', '2025-08-21', '2027-06-03'],
    ['2027-05-01', '2026-08-20', '2027-06-03'],
  ])('on %s, devices were handed out on %s and are due on %s', (today, handedOutOn, dueOn) => {
    const year = demoYear(today);
    expect([year.handedOutOn, year.dueOn]).toEqual([handedOutOn, dueOn]);
  });

  it('knows working days, without weekends and closures', () => {
    const year = demoYear('2026-11-29');
    expect(workdaysBefore('2026-11-29', 3, year)).toEqual(['2026-11-18', '2026-11-19', '2026-11-20']);
    expect(workdaysFrom('2026-11-29', 2, year)).toEqual(['2026-11-30', '2026-12-01']);
    expect([weekdayOf('2026-11-29'), weekdayOf('2026-11-30')]).toEqual([7, 1]);
  });
});
