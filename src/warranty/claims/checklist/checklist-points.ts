import { DATA_REMOVED } from '../claim.entity.js';

/**
 * What a point of a checklist asks. `photo` and `proof_of_purchase` are told from the claim and its device. All others
 * are ticked by a person.
 */
export const POINT_KINDS = [
  'confirmation',
  'management_lock',
  'data_removal',
  'photo',
  'proof_of_purchase',
] as const;
export type PointKind = (typeof POINT_KINDS)[number];

/** One thing that must be done before a claim of a vendor is ready. */
export interface ChecklistPoint {
  /** Name of the point. It stays the same when the label changes, so that ticks stay. */
  key: string;
  kind: PointKind;
  /** What a technician reads. */
  label: string;
}

/** The answers to choose from when a point is ticked. A point of another kind has none. */
export const ANSWERS: Partial<Record<PointKind, readonly string[]>> = {
  management_lock: ['lock_off', 'deprovisioned'],
  data_removal: DATA_REMOVED,
};

/** These are never ticked. */
export const TOLD_BY_THE_CLAIM: readonly PointKind[] = ['photo', 'proof_of_purchase'];

/** A list to begin with. A vendor has it only once somebody has chosen it. */
export const READY_MADE: readonly ChecklistPoint[] = [
  {
    key: 'management-lock',
    kind: 'management_lock',
    label: 'The management lock is off, or the device is deprovisioned.',
  },
  { key: 'passwords', kind: 'confirmation', label: 'Passwords of the firmware and of accounts are removed.' },
  {
    key: 'accessories',
    kind: 'confirmation',
    label: 'Accessories are removed: charger, case, stylus and memory cards.',
  },
  {
    key: 'data',
    kind: 'data_removal',
    label: 'The data is wiped, or the vendor has contracted to wipe it.',
  },
  { key: 'photo', kind: 'photo', label: 'The claim has a photo.' },
  {
    key: 'proof-of-purchase',
    kind: 'proof_of_purchase',
    label: 'The purchase date is on record, or the claim has a proof of purchase.',
  },
];
