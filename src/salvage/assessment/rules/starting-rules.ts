import type { AssessmentRule } from './rules.js';

const OWN = 'Rollcall’s own starting value. Change it if your district decides otherwise.';
const ST_VRAIN =
  'St. Vrain Valley Schools, 2015: a life of five years, and repair if the parts cost less than the value';
const JORDAN = 'Jordan School District UT, 2023: a gift if it is worth under $50 or gets no more updates';
const GOOGLE = 'Google, September 14, 2023: automatic updates end ten years after a platform’s release';

/** The rules that hold until a district stores its own. The order matters: the first rule that fits decides. */
export const STARTING_RULES: readonly AssessmentRule[] = [
  {
    id: 'no-updates-and-broken',
    when: { updatesEndWithinMonths: 0, faultsAtLeast: 1 },
    result: 'recycle',
    reason: 'It gets no more automatic updates, and something is broken.',
    source: GOOGLE,
  },
  {
    id: 'locked',
    when: { answers: [{ question: 'managementLock', oneOf: ['on', 'bios_password'] }] },
    result: 'parts',
    reason: 'Nobody can use a locked device, but its parts can repair others.',
    source: 'Reasons for which recyclers fail a device: management lock, BIOS password',
  },
  {
    id: 'dead-with-broken-screen',
    when: {
      answers: [
        { question: 'powersOn', oneOf: ['no'] },
        { question: 'screen', oneOf: ['broken'] },
      ],
    },
    result: 'recycle',
    reason: 'It does not start, and its most useful part, the screen, is broken.',
    source: OWN,
  },
  {
    id: 'repaired-often',
    when: { repairsAtLeast: 4, faultsAtLeast: 1 },
    result: 'parts',
    reason: 'It was in repair four times or more, and something is broken again.',
    source: OWN,
  },
  {
    id: 'repair-above-value',
    when: { repairAbovePercentOfValue: 100 },
    result: 'parts',
    reason: 'The repair costs more than the device is worth.',
    source: ST_VRAIN,
  },
  {
    id: 'old-and-broken',
    when: { ageYearsAtLeast: 5, faultsAtLeast: 1 },
    result: 'parts',
    reason: 'It is five years old or older, and something is broken.',
    source: ST_VRAIN,
  },
  {
    id: 'worth-repairing',
    when: { faultsAtLeast: 1 },
    result: 'repair',
    reason: 'Something is broken, and the device is worth repairing.',
    source: ST_VRAIN,
  },
  {
    id: 'no-updates',
    when: { updatesEndWithinMonths: 0 },
    result: 'donate',
    reason: 'It works, but it gets no more automatic updates.',
    source: JORDAN,
  },
  {
    id: 'updates-end-soon',
    when: { updatesEndWithinMonths: 12 },
    result: 'sell',
    reason: 'It works, and its automatic updates end within a year. A buyer pays more before they end.',
    source: GOOGLE,
  },
  {
    id: 'old-and-low-value',
    when: { ageYearsAtLeast: 5, valueAtMostCents: 4_999 },
    result: 'donate',
    reason: 'It works, but it is five years old or older and worth less than $50.',
    source: JORDAN,
  },
  {
    id: 'old',
    when: { ageYearsAtLeast: 5 },
    result: 'sell',
    reason: 'It works, but it is five years old or older.',
    source: ST_VRAIN,
  },
  { id: 'works', when: {}, result: 'reuse', reason: 'It works, and it is not too old.', source: OWN },
];
