import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { may, type Session } from '../../session/session.js';
import { MAY_OPEN } from '../navigation.js';
import { type ChangeManySearch, DEVICES_SEARCH, type DevicesSearch, type LabelsSearch } from '../searches.js';
import { pageOf, shell, texts } from './frame-routes.js';

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  // Filters of the claims of a vendor; the first pages of others have none.
  validateSearch: (search): { show?: string; q?: string } => texts(search, ['show', 'q']),
  component: pageOf(() => import('../../home/home-page.js'), 'HomePage'),
});

const scan = createRoute({
  getParentRoute: () => shell,
  path: '/scan',
  staticData: { mayOpen: MAY_OPEN['/scan'] },
  component: lazyRouteComponent(() => import('../../scan/scan-page.js'), 'ScanPage'),
});

const attention = createRoute({
  getParentRoute: () => shell,
  path: '/scan/attention',
  staticData: { mayOpen: MAY_OPEN['/scan'] },
  component: pageOf(() => import('../../scan/attention-page.js'), 'AttentionPage'),
});

const editsDevices = (session: Session): boolean => may(session, 'devices:edit');

const devices = createRoute({
  getParentRoute: () => shell,
  path: '/devices',
  staticData: { mayOpen: MAY_OPEN['/devices'] },
  validateSearch: (search): DevicesSearch => texts(search, DEVICES_SEARCH),
  component: pageOf(() => import('../../devices/list/devices-page.js'), 'DevicesPage'),
});

const newDevice = createRoute({
  getParentRoute: () => shell,
  path: '/devices/new',
  staticData: { mayOpen: editsDevices },
  validateSearch: (search): { code?: string } => texts(search, ['code']),
  component: pageOf(() => import('../../devices/new-device-page.js'), 'NewDevicePage'),
});

const changeMany = createRoute({
  getParentRoute: () => shell,
  path: '/devices/change',
  staticData: { mayOpen: editsDevices },
  validateSearch: (search): ChangeManySearch => texts(search, ['of', 'job', ...DEVICES_SEARCH]),
  component: pageOf(() => import('../../devices/change-many/change-many-page.js'), 'ChangeManyPage'),
});

const device = createRoute({
  getParentRoute: () => shell,
  path: '/devices/$id',
  staticData: { mayOpen: MAY_OPEN['/devices'] },
  component: pageOf(() => import('../../devices/device-page.js'), 'DevicePage'),
});

const label = createRoute({
  getParentRoute: () => shell,
  path: '/d/$code',
  staticData: { mayOpen: MAY_OPEN['/devices'] },
  component: pageOf(() => import('../../devices/code-page.js'), 'CodePage'),
});

const inbox = createRoute({
  getParentRoute: () => shell,
  path: '/inbox',
  staticData: { mayOpen: MAY_OPEN['/inbox'] },
  validateSearch: (search): { tab?: string } => texts(search, ['tab']),
  component: pageOf(() => import('../../inbox/inbox-page.js'), 'InboxPage'),
});

const sweeps = createRoute({
  getParentRoute: () => shell,
  path: '/sweeps',
  staticData: { mayOpen: MAY_OPEN['/sweeps'] },
  component: pageOf(() => import('../../sweeps/sweep-pages.js'), 'SweepsPage'),
});

const sweep = createRoute({
  getParentRoute: () => shell,
  path: '/sweeps/$id',
  staticData: { mayOpen: MAY_OPEN['/sweeps'] },
  component: pageOf(() => import('../../sweeps/sweep-pages.js'), 'SweepPage'),
});

const closeSweep = createRoute({
  getParentRoute: () => shell,
  path: '/sweeps/$id/close',
  staticData: { mayOpen: editsDevices },
  component: pageOf(() => import('../../sweeps/sweep-pages.js'), 'CloseSweepPage'),
});

const loans = createRoute({
  getParentRoute: () => shell,
  path: '/loans',
  validateSearch: (search): { person?: string } => texts(search, ['person']),
  staticData: { mayOpen: MAY_OPEN['/loans'] },
  component: pageOf(() => import('../../loans/loan-pages.js'), 'LoansPage'),
});

const checkOut = createRoute({
  getParentRoute: () => shell,
  path: '/loans/check-out',
  staticData: { mayOpen: editsDevices },
  component: pageOf(() => import('../../loans/loan-pages.js'), 'CheckOutPage'),
});

const checkIn = createRoute({
  getParentRoute: () => shell,
  path: '/loans/check-in',
  staticData: { mayOpen: editsDevices },
  component: pageOf(() => import('../../loans/loan-pages.js'), 'CheckInPage'),
});

/** Old addresses, which people may have in their bookmarks. */
const movedPages = [
  createRoute({
    getParentRoute: () => shell,
    path: '/loans/hand-out',
    beforeLoad: () => redirect({ to: '/loans/check-out', replace: true, throw: true }),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/loans/take-back',
    beforeLoad: () => redirect({ to: '/loans/check-in', replace: true, throw: true }),
  }),
];

const labels = createRoute({
  getParentRoute: () => shell,
  path: '/labels',
  staticData: { mayOpen: MAY_OPEN['/labels'] },
  validateSearch: (search): LabelsSearch => texts(search, ['device', 'sweep', 'import', ...DEVICES_SEARCH]),
  component: pageOf(() => import('../../labels/labels-page.js'), 'LabelsPage'),
});

const places = createRoute({
  getParentRoute: () => shell,
  path: '/places',
  staticData: { mayOpen: MAY_OPEN['/places'] },
  validateSearch: (search): { site?: string } => texts(search, ['site']),
  component: pageOf(() => import('../../places/places-page.js'), 'PlacesPage'),
});

/** Pages of those who are among the devices. */
export const fieldRoutes = [
  home,
  scan,
  attention,
  devices,
  newDevice,
  changeMany,
  device,
  label,
  inbox,
  sweeps,
  sweep,
  closeSweep,
  loans,
  checkOut,
  checkIn,
  ...movedPages,
  labels,
  places,
] as const;
