import type { Shape } from '../api/problem.js';
import { t } from '../text/text.js';

export type Sanitization = Shape<'SanitizationRow'>;
export type SanitizationDetail = Shape<'SanitizationDetail'>;
export type TechniqueFit = Shape<'TechniqueFit'>;
export type Decision = Shape<'SanitizationValidationBody'>['decision'];

const MEDIA = ['emmc', 'apple', 'nvme', 'sata_ssd', 'hdd', 'none', 'unknown'] as const;

/** Most devices of schools come first. */
export function mediumChoices(): { value: string; label: string }[] {
  return MEDIA.map((value) => ({ value, label: t(`salvage.medium_${value}`) }));
}

/** The techniques that suit a medium. */
export function techniqueChoices(
  fits: readonly TechniqueFit[],
  medium: string,
): { value: string; label: string }[] {
  return fits
    .filter((fit) => fit.medium === medium)
    .map(({ technique }) => ({ value: technique, label: t(`salvage.technique_${technique}`) }));
}

/** What came of it, in a few words: what it counts as, that it failed, or that it does not count any more. */
export function outcomeWords({
  result,
  method,
  decision,
}: Pick<Sanitization, 'result' | 'method' | 'decision'>): string {
  if (result === 'failed' || method === null) return t('salvage.result_failed');
  if (decision === 'repeat' || decision === 'escalate') return t(`salvage.decision_${decision}`);
  return t(`salvage.method_${method}`);
}

/** Whether it proves that there is no data. */
export function counts({ result, decision }: Pick<Sanitization, 'result' | 'decision'>): boolean {
  return result === 'completed' && decision !== 'repeat' && decision !== 'escalate';
}
