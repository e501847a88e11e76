import {
  IconBarcode,
  IconChecklist,
  IconDeviceLaptop,
  IconDoor,
  IconHome,
  IconInbox,
  IconTag,
  IconUserCheck,
  type TablerIcon,
} from '@tabler/icons-react';

import type { Permission } from '../session/session.js';

export interface Destination {
  to: '/' | '/scan' | '/inbox' | '/sweeps' | '/loans' | '/devices' | '/labels' | '/places';
  label: string;
  icon: TablerIcon;
  /** What an account must be allowed to see it. */
  needs: Permission;
  /** Five fit on a phone; the others are reached from home. */
  onPhone: boolean;
}

/** Where one can go, by what one may do. */
export const DESTINATIONS: readonly Destination[] = [
  { to: '/', label: 'Home', icon: IconHome, needs: 'devices:read', onPhone: true },
  { to: '/scan', label: 'Scan', icon: IconBarcode, needs: 'devices:edit', onPhone: true },
  { to: '/devices', label: 'Devices', icon: IconDeviceLaptop, needs: 'devices:read', onPhone: true },
  { to: '/sweeps', label: 'Sweeps', icon: IconChecklist, needs: 'devices:read', onPhone: true },
  { to: '/loans', label: 'Loans', icon: IconUserCheck, needs: 'people:read', onPhone: true },
  { to: '/inbox', label: 'Inbox', icon: IconInbox, needs: 'devices:read', onPhone: false },
  { to: '/places', label: 'Rooms', icon: IconDoor, needs: 'sites:read', onPhone: false },
  { to: '/labels', label: 'Labels', icon: IconTag, needs: 'devices:edit', onPhone: false },
];
