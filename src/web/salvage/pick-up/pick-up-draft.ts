import type { Shape } from '../../api/problem.js';
import type { Lot } from '../lots/lot-words.js';

export type LotDevice = Shape<'LotDeviceView'>;

/** A pick-up as far as somebody has typed it. The signature is not kept: who signs sees what they sign. */
export interface PickUpDraft {
  /** Devices that stay, by their id, with a note. */
  notTaken: Readonly<Record<string, string>>;
  /** Codes of devices that are there and not on the manifest. */
  extras: readonly { code: string; note: string }[];
  counted: string;
  driver: string;
  company: string;
  lessorReceipt: string;
}

export const NOTHING_TYPED: PickUpDraft = {
  notTaken: {},
  extras: [],
  counted: '',
  driver: '',
  company: '',
  lessorReceipt: '',
};

/** The devices in the order of the manifest, as the server goes through them. */
export function inOrder(devices: readonly LotDevice[]): LotDevice[] {
  return devices.toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0));
}

/** What the driver takes. A device that somebody removed from the lot is not asked about any more. */
export function takenOf(devices: readonly LotDevice[], { notTaken }: PickUpDraft): LotDevice[] {
  return devices.filter(({ deviceId }) => !(deviceId in notTaken));
}

/** How many devices the driver must count, so that the numbers agree. */
export function expectedOf(devices: readonly LotDevice[], draft: PickUpDraft): number {
  return takenOf(devices, draft).length + draft.extras.length;
}

/** The number that was typed; undefined for none. */
export function countedOf({ counted }: PickUpDraft): number | undefined {
  return /^\d+$/.test(counted.trim()) ? Number(counted) : undefined;
}

export function bodyOf(
  { route }: Pick<Lot, 'route'>,
  devices: readonly LotDevice[],
  draft: PickUpDraft,
  image: string | null,
): Shape<'LotStepBody'> {
  const left = devices.filter(({ deviceId }) => deviceId in draft.notTaken);
  const note = (text: string | undefined): { note?: string } => (text?.trim() ? { note: text.trim() } : {});
  const receipt = draft.lessorReceipt.trim();
  return {
    step: 'pick_up',
    driver: {
      name: draft.driver.trim(),
      company: draft.company.trim(),
      ...(image === null ? {} : { image }),
    },
    counted: countedOf(draft) ?? 0,
    notTaken: left.map(({ deviceId }) => ({ deviceId, ...note(draft.notTaken[deviceId]) })),
    extras: draft.extras.map((one) => ({ code: one.code, ...note(one.note) })),
    ...(route === 'lease_return' && receipt ? { lessorReceipt: receipt } : {}),
  };
}
