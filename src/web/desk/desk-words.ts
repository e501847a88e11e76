import type { Shape } from '../api/problem.js';
import { t } from '../text/text.js';

export type DeskClaim = Shape<'DeskClaimView'>;
export type DeskAnswer = Omit<Shape<'DeskAnswerBody'>, 'claim'>;
export type DeskStep = NonNullable<DeskAnswer['step']>;

/** What a vendor can answer, by the state of a claim. `note`: it stays in its state. */
const STEPS: Readonly<Partial<Record<DeskClaim['state'], readonly DeskStep[]>>> = {
  sent: ['acknowledge', 'start', 'resolve', 'deny'],
  acknowledged: ['start', 'wait', 'resolve', 'deny'],
  in_progress: ['wait', 'resolve', 'deny'],
  waiting: ['start', 'resolve', 'deny'],
};

/** The answers that every one of these claims can get. */
export function stepsOf(claims: readonly Pick<DeskClaim, 'state'>[]): DeskStep[] {
  const [first = [], ...others] = claims.map(({ state }) => STEPS[state] ?? []);
  return first.filter((step) => others.every((steps) => steps.includes(step)));
}

const HOUR_MINUTES = 60;

/** Business time that is left, or by how much it is over. */
export function dueWords({ due, state }: Pick<DeskClaim, 'due' | 'state'>): string {
  if (due === null) return state === 'waiting' ? t('desk.clockStill') : '';
  const minutes = Math.abs(due.minutesLeft);
  const count = minutes < HOUR_MINUTES ? minutes : Math.floor(minutes / HOUR_MINUTES);
  const unit = minutes < HOUR_MINUTES ? 'minutes' : 'hours';
  return due.isLate ? t(`desk.late_${unit}`, { count }) : t(`desk.left_${unit}`, { count });
}

/** A device by its serial number and model; the asset tag, if the district shows it. */
export function deskDevice({ serialNumber, assetTag, deviceModel }: DeskClaim): string {
  return [serialNumber ?? assetTag, deviceModel].filter(Boolean).join(' · ');
}
