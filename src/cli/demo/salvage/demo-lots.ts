import type { ManagingService } from '../../../salvage/releases/device-release.entity.js';
import type { LotRoute } from '../../../salvage/lots/lot.entities.js';
import type { NewBoardItemBody } from '../../../salvage/board/board-items.dto.js';

/** A lot of the demo: what is in it, and how far it has come. */
export interface DemoLot {
  name: string;
  route: LotRoute;
  recipient: string | null;
  place: string;
  kind: 'chromebook' | 'ipad';
  /** Devices whose data was removed. They are released from management too. */
  ready: number;
  /** Laptops on which nothing was done. */
  lacking: number;
  service: ManagingService;
  pallet: string;
  condition: string;
  begunDaysAgo: number;
  wasteDaysAgo: number;
  becomes: 'open' | 'frozen' | 'approved' | 'picked_up' | 'settled';
  /** Devices that the driver did not take. */
  leaves: number;
}

const DEPOT = 'valley-depot';
const CHROMEBOOKS = {
  kind: 'chromebook',
  service: 'google_admin',
  route: 'recycle',
  recipient: DEPOT,
  place: 'Dock 2',
  condition: 'C4',
  lacking: 0,
  leaves: 0,
} as const;

export const DEMO_LOTS: readonly DemoLot[] = [
  {
    ...CHROMEBOOKS,
    name: 'Chromebooks of the high schools',
    ready: 3,
    pallet: 'P1',
    begunDaysAgo: 11,
    wasteDaysAgo: 120,
    becomes: 'settled',
  },
  {
    ...CHROMEBOOKS,
    name: 'Chromebooks of the middle schools',
    ready: 4,
    pallet: 'P2',
    begunDaysAgo: 10,
    wasteDaysAgo: 100,
    becomes: 'picked_up',
    leaves: 1,
  },
  {
    ...CHROMEBOOKS,
    name: 'iPads for the city library',
    kind: 'ipad',
    service: 'apple_school_manager',
    route: 'donate',
    recipient: null,
    place: 'Shelf 14',
    ready: 4,
    pallet: 'P3',
    condition: 'Works',
    begunDaysAgo: 5,
    wasteDaysAgo: 20,
    becomes: 'approved',
  },
  {
    ...CHROMEBOOKS,
    name: 'iPads for sale',
    kind: 'ipad',
    service: 'apple_school_manager',
    route: 'sell',
    place: 'Cage',
    ready: 4,
    pallet: 'P4',
    condition: 'C3',
    begunDaysAgo: 4,
    wasteDaysAgo: 30,
    becomes: 'frozen',
  },
  {
    ...CHROMEBOOKS,
    name: 'Broken devices',
    ready: 1,
    lacking: 5,
    pallet: 'P5',
    condition: 'C7',
    begunDaysAgo: 2,
    wasteDaysAgo: 342,
    becomes: 'open',
  },
];

/** Days of the meeting from today on. */
export const ITEMS = {
  approved: {
    days: -9,
    number: '12.3',
    title: 'Surplus technology without value',
    finding: '17546_c',
    present: 5,
    yes: 5,
    decision: 'approved',
    note: 'Minutes, page 4',
  },
  planned: {
    days: 12,
    number: '11.2',
    title: 'Sale of surplus iPads',
    finding: '17545',
    decision: 'planned',
  },
} as const satisfies Record<string, { days: number } & Omit<NewBoardItemBody, 'meetingOn'>>;

export const DRIVER = { name: 'Gil Nakamura', company: 'Valley Depot Repair' };
