import type { Shape } from '../../api/problem.js';
import type { Claim } from '../changing/use-claim-change.js';

type Body = Shape<'ClaimReplacementBody'>;
type Device = Shape<'DeviceDetail'>;

/** States in which a vendor can say that it sent another device. */
export const WITH_VENDOR: readonly Claim['state'][] = ['sent', 'acknowledged', 'in_progress', 'waiting'];

/** What the window asks of the device that the vendor sent. */
export interface ReplacementForm {
  serialNumber: string;
  /** Whether it takes over the tag, gets one of its own, or has none. */
  tag: 'takes_over' | 'own' | 'none';
  assetTag: string;
  status: NonNullable<Body['status']>;
  /** Empty until somebody says it. */
  dataRemoved: NonNullable<Body['dataRemoved']> | '';
}

/** What most people want: the tag goes on, and the data is what the checklist says. */
export function formOf(device: Device, claim: Claim, said: string | undefined): ReplacementForm {
  const checked = claim.checklist.find(({ kind, isDone }) => kind === 'data_removal' && isDone)?.answer;
  return {
    serialNumber: said ?? '',
    tag: takesOverTag(device) ? 'takes_over' : 'own',
    assetTag: '',
    status: 'in_stock',
    dataRemoved: checked === 'wiped' || checked === 'by_vendor' ? checked : '',
  };
}

/** A device that has no other code keeps its tag. */
export function takesOverTag({ assetTag, serialNumber }: Device): boolean {
  return assetTag !== null && serialNumber !== null;
}

/** Whether the old device is somewhere that the new one can go to. */
export function hasPlace({ personId, room, cart }: Device): boolean {
  return personId !== null || room !== null || cart !== null;
}

export function bodyOf({ serialNumber, tag, assetTag, status, dataRemoved }: ReplacementForm): Body {
  const own = tag === 'own' ? assetTag.trim() || null : null;
  return {
    serialNumber: serialNumber.trim(),
    status,
    ...(tag === 'takes_over' ? {} : { assetTag: own }),
    ...(dataRemoved === '' ? {} : { dataRemoved }),
  };
}
