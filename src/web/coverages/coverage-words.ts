import type { Shape } from '../api/problem.js';
import { day, number, when } from '../common/words.js';
import { t } from '../text/text.js';

export type Coverage = Shape<'CoverageView'>;
export type DeviceCoverageState = Shape<'DeviceCoverage'>['state'];

/** In the order in which people choose them. */
const STATES = [
  'active',
  'expiring',
  'not_started',
  'expired',
] as const satisfies readonly Coverage['state'][];

const KINDS = [
  'manufacturer',
  'extended',
  'accidental_damage',
  'insurance',
  'battery',
  'other',
] as const satisfies readonly Coverage['kind'][];

const SERVICE_LEVELS = [
  'depot',
  'carry_in',
  'on_site',
  'parts_only',
  'advance_exchange',
] as const satisfies readonly Coverage['serviceLevel'][];

export const EXCLUSIONS = [
  'theft',
  'loss',
  'liquid',
  'battery',
  'charger',
  'stylus',
] as const satisfies Coverage['excludes'];

const ON_REPLACEMENT = ['transfers', 'ends'] as const satisfies readonly Coverage['onReplacement'][];

interface Choice {
  value: string;
  label: string;
}

/** States that a list of devices can be filtered by. */
export function deviceStateChoices(): Choice[] {
  return [...STATES, 'unknown' as const].map((state) => ({
    value: state,
    label: t(`coverage.state_${state}`),
  }));
}

export function stateChoices(): Choice[] {
  return STATES.map((state) => ({ value: state, label: t(`coverage.state_${state}`) }));
}

export function kindChoices(): Choice[] {
  return KINDS.map((kind) => ({ value: kind, label: t(`coverage.kind_${kind}`) }));
}

export function serviceChoices(): Choice[] {
  return SERVICE_LEVELS.map((level) => ({ value: level, label: t(`coverage.serviceLevel_${level}`) }));
}

export function replacementChoices(): Choice[] {
  return ON_REPLACEMENT.map((effect) => ({ value: effect, label: t(`coverage.onReplacement_${effect}`) }));
}

export function exclusionWords(one: Coverage['excludes'][number]): string {
  return t(`coverage.excludes_${one}`);
}

/** A value as its choice says it; the value itself where there is no such choice. */
export function wordsOfChoice(choices: readonly Choice[], value: string): string {
  return choices.find((choice) => choice.value === value)?.label ?? value;
}

/** What a coverage is called where it has to be told from the others of its device. */
export function nameOfCoverage({ vendorName, kind }: Coverage): string {
  return t('coverage.nameOf', { vendor: vendorName, kind: t(`coverage.kind_${kind}`) });
}

/** Who said that there is this coverage, and when. */
export function sourceWords({ source, sourceAt }: Coverage): string {
  return t('coverage.sourceAndWhen', { source: t(`coverage.source_${source}`), when: when(sourceAt) });
}

export function incidentWords({ incidentsAYear, incidentsInTotal }: Coverage): string {
  return [
    incidentsAYear === null ? '' : t('coverage.perYear', { count: number(incidentsAYear) }),
    incidentsInTotal === null ? '' : t('coverage.inTotal', { count: number(incidentsInTotal) }),
  ]
    .filter(Boolean)
    .join(', ');
}

/** Says how many incidents of a pool are left, and how many there were. */
export function leftWords({ left, incidents }: Pick<Shape<'CoveragePool'>, 'left' | 'incidents'>): string {
  return t('pools.leftOf', { left: number(left), incidents: number(incidents) });
}

/** A state in words. Where the coverage ends soon, it says when. @param lastOn last day of the coverage */
export function stateWords(state: DeviceCoverageState, lastOn?: string): string {
  if (state === 'expiring' && lastOn !== undefined) return t('coverage.endsSoonOn', { date: day(lastOn) });
  return t(`coverage.state_${state}`);
}

/** What different sources say of the last day, in one sentence. */
export function differenceWords(coverages: readonly Coverage[]): string {
  const [first] = coverages;
  if (!first) return '';
  const says = coverages.map(({ source, lastOn }) => t(`coverage.says_${source}`, { date: day(lastOn) }));
  return t('coverage.different', {
    vendor: first.vendorName,
    kind: t(`coverage.kind_${first.kind}`),
    says: says.join('; '),
  });
}
