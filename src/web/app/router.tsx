import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router';
import { PageFailure } from './page-failure.js';
import { NotFoundPage } from './not-found-page.js';
import type { DevicesSearch, LabelsSearch } from './searches.js';
import { Shell } from './shell.js';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage });
const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell });

const setUp = createRoute({
  getParentRoute: () => root,
  path: '/setup/$secret',
  component: lazyRouteComponent(() => import('../session/set-up-page.js'), 'SetUpPage'),
});

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: lazyRouteComponent(() => import('../home/home-page.js'), 'HomePage'),
});

const scan = createRoute({
  getParentRoute: () => shell,
  path: '/scan',
  component: lazyRouteComponent(() => import('../scan/scan-page.js'), 'ScanPage'),
});

const devices = createRoute({
  getParentRoute: () => shell,
  path: '/devices',
  validateSearch: (search): DevicesSearch => texts(search, ['q', 'site', 'room', 'kind', 'status']),
  component: lazyRouteComponent(() => import('../devices/devices-page.js'), 'DevicesPage'),
});

const newDevice = createRoute({
  getParentRoute: () => shell,
  path: '/devices/new',
  validateSearch: (search): { code?: string } => texts(search, ['code']),
  component: lazyRouteComponent(() => import('../devices/new-device-page.js'), 'NewDevicePage'),
});

const device = createRoute({
  getParentRoute: () => shell,
  path: '/devices/$id',
  component: lazyRouteComponent(() => import('../devices/device-page.js'), 'DevicePage'),
});

const label = createRoute({
  getParentRoute: () => shell,
  path: '/d/$code',
  component: lazyRouteComponent(() => import('../devices/code-page.js'), 'CodePage'),
});

const inbox = createRoute({
  getParentRoute: () => shell,
  path: '/inbox',
  validateSearch: (search): { tab?: string } => texts(search, ['tab']),
  component: lazyRouteComponent(() => import('../inbox/inbox-page.js'), 'InboxPage'),
});

const sweeps = createRoute({
  getParentRoute: () => shell,
  path: '/sweeps',
  component: lazyRouteComponent(() => import('../sweeps/sweeps-page.js'), 'SweepsPage'),
});

const sweep = createRoute({
  getParentRoute: () => shell,
  path: '/sweeps/$id',
  component: lazyRouteComponent(() => import('../sweeps/sweep-page.js'), 'SweepPage'),
});

const loans = createRoute({
  getParentRoute: () => shell,
  path: '/loans',
  component: lazyRouteComponent(() => import('../loans/loans-page.js'), 'LoansPage'),
});

const handOut = createRoute({
  getParentRoute: () => shell,
  path: '/loans/hand-out',
  component: lazyRouteComponent(() => import('../loans/hand-out-page.js'), 'HandOutPage'),
});

const takeBack = createRoute({
  getParentRoute: () => shell,
  path: '/loans/take-back',
  component: lazyRouteComponent(() => import('../loans/take-back-page.js'), 'TakeBackPage'),
});

const labels = createRoute({
  getParentRoute: () => shell,
  path: '/labels',
  validateSearch: (search): LabelsSearch =>
    texts(search, ['device', 'sweep', 'import', 'q', 'site', 'room', 'kind', 'status']),
  component: lazyRouteComponent(() => import('../labels/labels-page.js'), 'LabelsPage'),
});

const places = createRoute({
  getParentRoute: () => shell,
  path: '/places',
  validateSearch: (search): { site?: string } => texts(search, ['site']),
  component: lazyRouteComponent(() => import('../places/places-page.js'), 'PlacesPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    setUp,
    shell.addChildren([
      home,
      scan,
      devices,
      newDevice,
      device,
      label,
      inbox,
      sweeps,
      sweep,
      loans,
      handOut,
      takeBack,
      labels,
      places,
    ]),
  ]),
  defaultErrorComponent: PageFailure,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

/** Those of the names that an address gives, as text. */
function texts<Name extends string>(
  search: Record<string, unknown>,
  names: readonly Name[],
): { [N in Name]?: string } {
  const given = names.filter((name) => search[name] !== undefined && search[name] !== '');
  return Object.fromEntries(given.map((name) => [name, String(search[name])])) as { [N in Name]?: string };
}
