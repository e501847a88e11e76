import type { Dice } from './dice.js';
import { isoDay, yearOf } from './days.js';
import type { DeviceKind, FundingSource } from './fleet-types.js';

interface Fund extends FundingSource {
  from: string;
  to: string;
  /** How often this fund pays, against the others of its day. */
  weight: number;
  kinds?: readonly DeviceKind[];
}

const ALWAYS = { from: '2000-01-01', to: '2199-12-31' };
const PUPILS_DEVICES = ['ipad', 'chromebook', 'other'] as const;

/**
 * Funds that Californian districts bought devices with, and when they could. Award numbers have the form of the
 * Department of Education's (program, year, award); they are examples and were not looked up. The Emergency
 * Connectivity Fund pays whole devices (47 CFR 54.1700 and following) for purchases from July 2021.
 */
const FUNDS: readonly Fund[] = [
  { name: 'General fund', ...ALWAYS, weight: 50 },
  { name: 'Site funds', ...ALWAYS, weight: 14 },
  { name: 'PTA donation', ...ALWAYS, weight: 8 },
  { name: 'Lottery, instructional materials', ...ALWAYS, weight: 5 },
  { name: 'Education Technology K-12 Voucher', from: '2006-09-01', to: '2012-09-30', weight: 14 },
  { name: 'Common Core implementation funds', from: '2013-07-01', to: '2015-06-30', weight: 35 },
  { name: 'LCFF supplemental', from: '2014-07-01', to: '2199-12-31', weight: 14 },
  { name: 'Title I, Part A', ...ALWAYS, weight: 6, fain: 'S010A{yy}0005', federalSharePercent: 100 },
  {
    name: 'ESSER I',
    from: '2020-03-13',
    to: '2022-09-30',
    weight: 40,
    fain: 'S425D200016',
    federalSharePercent: 100,
  },
  {
    name: 'ESSER III',
    from: '2021-07-01',
    to: '2024-09-30',
    weight: 30,
    fain: 'S425U210016',
    federalSharePercent: 100,
  },
  {
    name: 'Emergency Connectivity Fund',
    from: '2021-07-01',
    to: '2022-06-30',
    weight: 40,
    federalSharePercent: 100,
    kinds: PUPILS_DEVICES,
  },
];

/** Who pays for an order of this kind on this day. */
export function chooseFunding(kind: DeviceKind, purchasedDay: number, dice: Dice): FundingSource {
  const on = isoDay(purchasedDay);
  const open = FUNDS.filter(
    (fund) => fund.from <= on && on <= fund.to && (fund.kinds === undefined || fund.kinds.includes(kind)),
  );
  let left = dice.roll() * open.reduce((sum, fund) => sum + fund.weight, 0);
  const chosen = open.find((fund) => (left -= fund.weight) < 0) ?? open[0];
  if (chosen === undefined) throw new RangeError(`No fund was open on ${on}.`);
  return {
    name: chosen.name,
    ...(chosen.fain && {
      fain: chosen.fain.replace('{yy}', String(yearOf(purchasedDay) % 100).padStart(2, '0')),
    }),
    ...(chosen.federalSharePercent && { federalSharePercent: chosen.federalSharePercent }),
  };
}
