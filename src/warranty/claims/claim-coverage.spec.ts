import { chooseCoverage, type Fault, type KnownCoverage } from './claim-coverage.js';

const coverage = (more: Partial<KnownCoverage> = {}): KnownCoverage => ({
  id: 'm',
  vendorId: 'v',
  kind: 'manufacturer',
  startsOn: '2024-08-15',
  lastOn: '2027-08-14',
  waitingDays: 0,
  excludes: [],
  incidentsAYear: null,
  incidentsInTotal: null,
  incidentsOn: [],
  ...more,
});
const accident = coverage({ id: 'a', kind: 'accidental_damage' });
const fault = (more: Partial<Fault> = {}): Fault => ({
  category: 'screen',
  isAccidental: false,
  on: '2026-03-02',
  hasOthers: false,
  ...more,
});
const chosen = (coverages: KnownCoverage[], more: Partial<Fault> = {}): [string | undefined, string[]] => {
  const { coverage: one, warnings } = chooseCoverage(coverages, fault(more));
  return [one?.id, warnings.map(({ code }) => code)];
};

describe('the coverage of a claim', () => {
  it.each([
    ['nothing is on record', [], {}, undefined, ['NO_COVERAGE']],
    ['only another vendor is on record', [], { hasOthers: true }, undefined, ['NO_COVERAGE_OF_VENDOR']],
    ['the first day', [coverage()], { on: '2024-08-15' }, 'm', []],
    ['the day before', [coverage()], { on: '2024-08-14' }, 'm', ['COVERAGE_NOT_STARTED']],
    ['the last day', [coverage()], { on: '2027-08-14' }, 'm', []],
    ['the day after', [coverage()], { on: '2027-08-15' }, 'm', ['COVERAGE_EXPIRED']],
    ['a defect, with both', [accident, coverage()], {}, 'm', []],
    ['an accident, with both', [coverage(), accident], { isAccidental: true }, 'a', []],
    ['an accident, with a warranty', [coverage()], { isAccidental: true }, 'm', ['ACCIDENT_NOT_COVERED']],
    [
      'an excluded battery',
      [coverage({ excludes: ['battery'] })],
      { category: 'battery' },
      'm',
      ['FAULT_EXCLUDED'],
    ],
    ['a screen, with a battery plan', [coverage({ kind: 'battery' })], {}, 'm', ['FAULT_EXCLUDED']],
    [
      'day 30 of 30 of waiting',
      [coverage({ waitingDays: 30 })],
      { on: '2024-09-13' },
      'm',
      ['WAITING_PERIOD'],
    ],
    ['the day after waiting', [coverage({ waitingDays: 30 })], { on: '2024-09-14' }, 'm', []],
    [
      'one incident a year, used this year',
      [coverage({ incidentsAYear: 1, incidentsOn: ['2025-08-15'] })],
      {},
      'm',
      ['INCIDENTS_USED_UP'],
    ],
    [
      'one incident a year, used the year before',
      [coverage({ incidentsAYear: 1, incidentsOn: ['2025-08-14'] })],
      {},
      'm',
      [],
    ],
    [
      'two in all, both used',
      [coverage({ incidentsInTotal: 2, incidentsOn: ['2024-09-01', '2025-09-01'] })],
      {},
      'm',
      ['INCIDENTS_USED_UP'],
    ],
    [
      'an expired one and one that lasts',
      [coverage({ id: 'old', lastOn: '2025-01-01' }), coverage({ id: 'e', kind: 'extended' })],
      {},
      'e',
      [],
    ],
  ] as const)('with %s', (_, coverages, more, id, warnings) => {
    expect(chosen([...coverages], more)).toEqual([id, warnings]);
  });
});
