import type { Shape } from '../api/problem.js';

export type Job = Shape<'ListedJob'>;

export function isRunning({ state }: Job): boolean {
  return state === 'queued' || state === 'running';
}
