import type { DeviceRecord } from '../../devices/device-record.js';
import { nameOfDevice } from '../../devices/recording/device-rules.js';
import { whyNotAtHand } from '../devices-at-hand.js';
import type { SanitizationResult } from './sanitization.entities.js';
import { fitOf, type Medium, type Technique, whyNot } from './techniques.js';

/** What somebody enters about a sanitization. */
export interface SaidSanitization {
  medium: Medium;
  technique: Technique;
  result: SanitizationResult;
  particleMm?: number | null;
}

/** What earlier records say about a device. */
export interface SanitizedBefore {
  /** A technique failed on this device, and its storage has not been destroyed since. */
  hasFailed: boolean;
  /** The last time at which the device was in use. */
  lastUsedAt: Date | null;
}

export const NOTHING_KNOWN: SanitizedBefore = { hasFailed: false, lastUsedAt: null };

export interface SanitizationProblem {
  field: string;
  code: string;
  detail: string;
}

/** What is wrong with a sanitization, apart from its devices. Null if nothing is. */
export function problemOf({ medium, technique, particleMm }: SaidSanitization): SanitizationProblem | null {
  if (!fitOf(technique, medium))
    return { field: 'technique', code: 'TECHNIQUE_UNFIT', detail: whyNot(technique, medium) };
  if (technique === 'shred' && particleMm == null)
    return {
      field: 'particleMm',
      code: 'PARTICLE_SIZE_MISSING',
      detail:
        'Enter the size of the largest particle in millimeters. “Shredded” alone does not prove that the data is gone.',
    };
  return null;
}

/** Why this sanitization cannot be recorded for this device, or null. `problemOf` has checked the sanitization. */
export function refusalOf(
  device: DeviceRecord,
  { medium, technique }: SaidSanitization,
  before: SanitizedBefore,
  doneAt: Date,
): { code: string; detail: string } | null {
  // The person who uses the device would put data on it again.
  const notHere = whyNotAtHand(device);
  if (notHere) return notHere;
  const name = nameOfDevice(device);
  if (before.lastUsedAt && before.lastUsedAt > doneAt)
    return {
      code: 'USED_SINCE',
      detail: `${name} was still in use after this time. Correct the time, or remove the data again.`,
    };
  if (before.hasFailed && fitOf(technique, medium)?.method !== 'destroy')
    return {
      code: 'ONLY_DESTROYING',
      detail: `An earlier technique failed on ${name}. Destroy its storage now.`,
    };
  return null;
}
