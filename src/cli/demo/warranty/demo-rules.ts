import type { NewCoverageRuleBody } from '../../../warranty/rules/coverage-rules.dto.js';
import { shifted } from '../demo-year.js';

/** Devices of the last years have coverage; what is older was bought before anybody wrote it down. */
const COVERED_DAYS = 5 * 365;
const INSURED_DAYS = 3 * 365;

/** Rules for the coverage of the demo's newer devices. @param until last day on which devices were bought */
export function demoRules(until: string): NewCoverageRuleBody[] {
  const newer = { purchasedFrom: shifted(until, -COVERED_DAYS) };
  const ofMakers = { kind: 'manufacturer' as const, startsFrom: 'purchased' as const };
  return [
    {
      ...ofMakers,
      name: 'Lenovo, three years',
      vendor: 'lenovo',
      serviceLevel: 'depot',
      months: 36,
      devices: { ...newer, manufacturer: 'Lenovo' },
    },
    {
      ...ofMakers,
      name: 'Dell, three years on site',
      vendor: 'dell',
      serviceLevel: 'on_site',
      months: 36,
      devices: { ...newer, manufacturer: 'Dell' },
    },
    {
      ...ofMakers,
      name: 'HP, one year',
      vendor: 'hp',
      serviceLevel: 'carry_in',
      months: 12,
      devices: { ...newer, manufacturer: 'HP' },
    },
    {
      ...ofMakers,
      name: 'Apple, one year',
      vendor: 'apple',
      serviceLevel: 'carry_in',
      months: 12,
      devices: { ...newer, manufacturer: 'Apple' },
    },
    {
      name: 'Accidents of Chromebooks',
      vendor: 'harbor-device-insurance',
      kind: 'accidental_damage',
      startsFrom: 'purchased',
      months: 36,
      contractNumber: 'HDI-40718',
      incidentsAYear: 1,
      deductibleCents: 4_900,
      waitingDays: 30,
      excludes: ['theft', 'loss'],
      devices: { purchasedFrom: shifted(until, -INSURED_DAYS), kinds: ['chromebook'] },
    },
  ];
}
