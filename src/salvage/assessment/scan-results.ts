import type { ScanResult, Words } from '../../scanning/actions/scan-action.js';
import { SWOLLEN_WHAT_NOW } from './checklists.js';
import type { Decision, Recommendation } from './rules/rules.js';

const RESULT_WORDS: Readonly<Record<Recommendation, Words>> = {
  reuse: { en: 'Reuse it.', es: 'Volver a usarlo.' },
  repair: { en: 'Repair it.', es: 'Repararlo.' },
  parts: { en: 'Use it for parts.', es: 'Aprovechar sus piezas.' },
  sell: { en: 'Sell it.', es: 'Venderlo.' },
  donate: { en: 'Donate it.', es: 'Donarlo.' },
  recycle: { en: 'Recycle it.', es: 'Reciclarlo.' },
};

const codeOf = (result: string): string => `ASSESSED_${result.toUpperCase()}`;

/** What the scan page says about an assessment, by code. */
export const SCAN_RESULTS: Readonly<Record<string, ScanResult>> = {
  ...Object.fromEntries(Object.entries(RESULT_WORDS).map(([result, label]) => [codeOf(result), { label }])),
  [codeOf('swollen_battery')]: {
    label: {
      en: `Swollen battery! ${SWOLLEN_WHAT_NOW.en}`,
      es: `¡Batería hinchada! ${SWOLLEN_WHAT_NOW.es}`,
    },
    isAlarm: true,
  },
};

/** The code of a decision, for the scan page. */
export function scanResultOf({ recommendation, hazard }: Decision): string {
  return codeOf(hazard ?? recommendation);
}
