import type { DeviceRecord } from '../../devices/device-record.js';
import { nameOfDevice } from '../../devices/recording/device-rules.js';
import { whyNotAtHand } from '../devices-at-hand.js';
import type { SanitizationResult } from './sanitization.entities.js';
import { fitOf, type Medium, type Technique, whyNot } from './techniques.js';

/** What somebody says of the sanitization of one or more devices. */
export interface SaidSanitization {
  medium: Medium;
  technique: Technique;
  result: SanitizationResult;
  particleMm?: number | null;
}

/** What is known of a device before. */
export interface SanitizedBefore {
  /** A technique failed on this device, and nothing destroyed its storage since. */
  hasFailed: boolean;
  /** The last instant at which it was in use. */
  lastUsedAt: Date | null;
}

export const NOTHING_KNOWN: SanitizedBefore = { hasFailed: false, lastUsedAt: null };

export interface SanitizationProblem {
  field: string;
  code: string;
  detail: string;
}

/** What is wrong with a sanitization whatever the device, or null. */
export function problemOf({ medium, technique, particleMm }: SaidSanitization): SanitizationProblem | null {
  if (!fitOf(technique, medium))
    return { field: 'technique', code: 'TECHNIQUE_UNFIT', detail: whyNot(technique, medium) };
  if (technique === 'shred' && particleMm == null)
    return {
      field: 'particleMm',
      code: 'PARTICLE_SIZE_MISSING',
      detail: 'Enter the size of the largest particle in millimeters. “Shredded” alone proves nothing.',
    };
  return null;
}

/** Why this device cannot have it, or null. The sanitization itself has no problem. */
export function refusalOf(
  device: DeviceRecord,
  { medium, technique }: SaidSanitization,
  before: SanitizedBefore,
  doneAt: Date,
): { code: string; detail: string } | null {
  // Somebody who works with it would put data on it again.
  const notHere = whyNotAtHand(device);
  if (notHere) return notHere;
  const name = nameOfDevice(device);
  if (before.lastUsedAt && before.lastUsedAt > doneAt)
    return {
      code: 'USED_SINCE',
      detail: `${name} was still in use after this. Enter when its data was removed, or remove it again.`,
    };
  if (before.hasFailed && fitOf(technique, medium)?.method !== 'destroy')
    return {
      code: 'ONLY_DESTROYING',
      detail: `An earlier technique failed on ${name}. Destroy its storage now.`,
    };
  return null;
}
