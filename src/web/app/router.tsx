import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { loadFailedStyles } from '../common/failed-styles.js';
import { may, type Session } from '../session/session.js';
import { loadRefusals } from '../text/refusals.js';
import { loadLaterTexts } from '../text/text.js';
import { MAY_OPEN } from './navigation.js';
import { NotFoundPage } from './not-found-page.js';
import { PageFailure } from './page-failure.js';
import {
  type ChangeManySearch,
  CLAIMS_SEARCH,
  type ClaimsSearch,
  COVERAGES_SEARCH,
  type CoveragesSearch,
  DEVICES_SEARCH,
  type DevicesSearch,
  type LabelsSearch,
} from './searches.js';
import { Shell } from './shell.js';

const root = createRootRoute({ component: Outlet });
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
});

/** Loads a page when somebody opens it, together with texts and styles that the frame does not need. */
function pageOf<T extends Record<string, unknown>, Name extends keyof T>(load: () => Promise<T>, name: Name) {
  return lazyRouteComponent(async () => {
    const [page] = await Promise.all([
      load(),
      loadLaterTexts(),
      loadRefusals(),
      import('../later-styles.js'),
      loadFailedStyles(),
    ]);
    return page;
  }, name);
}

const editsDevices = (session: Session): boolean => may(session, 'devices:edit');

const setUp = createRoute({
  getParentRoute: () => root,
  path: '/setup/$secret',
  component: pageOf(() => import('../session/set-up-page.js'), 'SetUpPage'),
});

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: pageOf(() => import('../home/home-page.js'), 'HomePage'),
});

const scan = createRoute({
  getParentRoute: () => shell,
  path: '/scan',
  staticData: { mayOpen: MAY_OPEN['/scan'] },
  component: lazyRouteComponent(() => import('../scan/scan-page.js'), 'ScanPage'),
});

const attention = createRoute({
  getParentRoute: () => shell,
  path: '/scan/attention',
  staticData: { mayOpen: MAY_OPEN['/scan'] },
  component: pageOf(() => import('../scan/attention-page.js'), 'AttentionPage'),
});

const devices = createRoute({
  getParentRoute: () => shell,
  path: '/devices',
  staticData: { mayOpen: MAY_OPEN['/devices'] },
  validateSearch: (search): DevicesSearch => texts(search, DEVICES_SEARCH),
  component: pageOf(() => import('../devices/list/devices-page.js'), 'DevicesPage'),
});

const newDevice = createRoute({
  getParentRoute: () => shell,
  path: '/devices/new',
  staticData: { mayOpen: editsDevices },
  validateSearch: (search): { code?: string } => texts(search, ['code']),
  component: pageOf(() => import('../devices/new-device-page.js'), 'NewDevicePage'),
});

const changeMany = createRoute({
  getParentRoute: () => shell,
  path: '/devices/change',
  staticData: { mayOpen: editsDevices },
  validateSearch: (search): ChangeManySearch => texts(search, ['of', 'job', ...DEVICES_SEARCH]),
  component: pageOf(() => import('../devices/change-many/change-many-page.js'), 'ChangeManyPage'),
});

const device = createRoute({
  getParentRoute: () => shell,
  path: '/devices/$id',
  staticData: { mayOpen: MAY_OPEN['/devices'] },
  component: pageOf(() => import('../devices/device-page.js'), 'DevicePage'),
});

const coverages = createRoute({
  getParentRoute: () => shell,
  path: '/coverages',
  staticData: { mayOpen: MAY_OPEN['/coverages'] },
  validateSearch: (search): CoveragesSearch => texts(search, COVERAGES_SEARCH),
  component: pageOf(() => import('../coverages/coverages-page.js'), 'CoveragesPage'),
});

const claims = createRoute({
  getParentRoute: () => shell,
  path: '/claims',
  staticData: { mayOpen: MAY_OPEN['/claims'] },
  validateSearch: (search): ClaimsSearch => texts(search, CLAIMS_SEARCH),
  component: pageOf(() => import('../claims/claims-page.js'), 'ClaimsPage'),
});

const newClaim = createRoute({
  getParentRoute: () => shell,
  path: '/claims/new',
  staticData: { mayOpen: MAY_OPEN['/claims'] },
  validateSearch: (search): { device?: string } => texts(search, ['device']),
  component: pageOf(() => import('../claims/new-claim-page.js'), 'NewClaimPage'),
});

const claim = createRoute({
  getParentRoute: () => shell,
  path: '/claims/$id',
  // Whoever sees the device sees what its vendor does about it.
  staticData: { mayOpen: MAY_OPEN['/devices'] },
  component: pageOf(() => import('../claims/claim-page.js'), 'ClaimPage'),
});

const label = createRoute({
  getParentRoute: () => shell,
  path: '/d/$code',
  staticData: { mayOpen: MAY_OPEN['/devices'] },
  component: pageOf(() => import('../devices/code-page.js'), 'CodePage'),
});

const inbox = createRoute({
  getParentRoute: () => shell,
  path: '/inbox',
  staticData: { mayOpen: MAY_OPEN['/inbox'] },
  validateSearch: (search): { tab?: string } => texts(search, ['tab']),
  component: pageOf(() => import('../inbox/inbox-page.js'), 'InboxPage'),
});

const sweeps = createRoute({
  getParentRoute: () => shell,
  path: '/sweeps',
  staticData: { mayOpen: MAY_OPEN['/sweeps'] },
  component: pageOf(() => import('../sweeps/sweeps-page.js'), 'SweepsPage'),
});

const sweep = createRoute({
  getParentRoute: () => shell,
  path: '/sweeps/$id',
  staticData: { mayOpen: MAY_OPEN['/sweeps'] },
  component: pageOf(() => import('../sweeps/sweep-page.js'), 'SweepPage'),
});

const closeSweep = createRoute({
  getParentRoute: () => shell,
  path: '/sweeps/$id/close',
  staticData: { mayOpen: editsDevices },
  component: pageOf(() => import('../sweeps/close-sweep-page.js'), 'CloseSweepPage'),
});

const loans = createRoute({
  getParentRoute: () => shell,
  path: '/loans',
  validateSearch: (search): { person?: string } => texts(search, ['person']),
  staticData: { mayOpen: MAY_OPEN['/loans'] },
  component: pageOf(() => import('../loans/loans-page.js'), 'LoansPage'),
});

const checkOut = createRoute({
  getParentRoute: () => shell,
  path: '/loans/check-out',
  staticData: { mayOpen: editsDevices },
  component: pageOf(() => import('../loans/check-out-page.js'), 'CheckOutPage'),
});

const checkIn = createRoute({
  getParentRoute: () => shell,
  path: '/loans/check-in',
  staticData: { mayOpen: editsDevices },
  component: pageOf(() => import('../loans/check-in-page.js'), 'CheckInPage'),
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
  component: pageOf(() => import('../labels/labels-page.js'), 'LabelsPage'),
});

const places = createRoute({
  getParentRoute: () => shell,
  path: '/places',
  staticData: { mayOpen: MAY_OPEN['/places'] },
  validateSearch: (search): { site?: string } => texts(search, ['site']),
  component: pageOf(() => import('../places/places-page.js'), 'PlacesPage'),
});

/** Every other address: within the frame, so that the way back is there. */
const nowhere = createRoute({ getParentRoute: () => shell, path: '$', component: NotFoundPage });

const asksForSupport = MAY_OPEN['/support'];

const problems = createRoute({
  getParentRoute: () => shell,
  path: '/problems',
  staticData: { mayOpen: MAY_OPEN['/problems'] },
  validateSearch: (search): { state?: string } => texts(search, ['state']),
  component: pageOf(() => import('../problems/problems-page.js'), 'ProblemsPage'),
});

const newProblem = createRoute({
  getParentRoute: () => shell,
  path: '/problems/new',
  staticData: { mayOpen: asksForSupport },
  validateSearch: (search): { site?: string; code?: string } => texts(search, ['site', 'code']),
  component: pageOf(() => import('../problems/new-problem-page.js'), 'NewProblemPage'),
});

const support = createRoute({
  getParentRoute: () => shell,
  path: '/support',
  staticData: { mayOpen: MAY_OPEN['/support'] },
  validateSearch: (search): { state?: string } => texts(search, ['state']),
  component: pageOf(() => import('../support/support-page.js'), 'SupportPage'),
});

const newRequest = createRoute({
  getParentRoute: () => shell,
  path: '/support/new',
  staticData: { mayOpen: asksForSupport },
  validateSearch: (search): { site?: string } => texts(search, ['site']),
  component: pageOf(() => import('../support/new-request-page.js'), 'NewRequestPage'),
});

const request = createRoute({
  getParentRoute: () => shell,
  path: '/support/$id',
  staticData: { mayOpen: asksForSupport },
  component: pageOf(() => import('../support/request-page.js'), 'RequestPage'),
});

const editRequest = createRoute({
  getParentRoute: () => shell,
  path: '/support/$id/edit',
  staticData: { mayOpen: asksForSupport },
  component: pageOf(() => import('../support/edit-request-page.js'), 'EditRequestPage'),
});

const imports = createRoute({
  getParentRoute: () => shell,
  path: '/imports',
  staticData: { mayOpen: MAY_OPEN['/imports'] },
  component: pageOf(() => import('../imports/imports-page.js'), 'ImportsPage'),
});

const newImport = createRoute({
  getParentRoute: () => shell,
  path: '/imports/new',
  staticData: { mayOpen: MAY_OPEN['/imports'] },
  validateSearch: (search): { kind?: string } => texts(search, ['kind']),
  component: pageOf(() => import('../imports/new-import-page.js'), 'NewImportPage'),
});

const importPage = createRoute({
  getParentRoute: () => shell,
  path: '/imports/$id',
  staticData: { mayOpen: MAY_OPEN['/imports'] },
  component: pageOf(() => import('../imports/import-page.js'), 'ImportPage'),
});

const accounts = createRoute({
  getParentRoute: () => shell,
  path: '/accounts',
  staticData: { mayOpen: MAY_OPEN['/accounts'] },
  component: pageOf(() => import('../accounts/accounts-page.js'), 'AccountsPage'),
});

const newAccount = createRoute({
  getParentRoute: () => shell,
  path: '/accounts/new',
  staticData: { mayOpen: MAY_OPEN['/accounts'] },
  component: pageOf(() => import('../accounts/new-account-page.js'), 'NewAccountPage'),
});

const account = createRoute({
  getParentRoute: () => shell,
  path: '/accounts/$id',
  staticData: { mayOpen: MAY_OPEN['/accounts'] },
  component: pageOf(() => import('../accounts/account-page.js'), 'AccountPage'),
});

const sites = createRoute({
  getParentRoute: () => shell,
  path: '/sites',
  staticData: { mayOpen: MAY_OPEN['/sites'] },
  component: pageOf(() => import('../sites/sites-page.js'), 'SitesPage'),
});

const newSite = createRoute({
  getParentRoute: () => shell,
  path: '/sites/new',
  staticData: { mayOpen: (session) => MAY_OPEN['/sites'](session) && session.sites === 'all' },
  component: pageOf(() => import('../sites/new-site-page.js'), 'NewSitePage'),
});

const editSite = createRoute({
  getParentRoute: () => shell,
  path: '/sites/$id',
  staticData: { mayOpen: MAY_OPEN['/sites'] },
  component: pageOf(() => import('../sites/edit-site-page.js'), 'EditSitePage'),
});

const vendors = createRoute({
  getParentRoute: () => shell,
  path: '/vendors',
  staticData: { mayOpen: MAY_OPEN['/vendors'] },
  component: pageOf(() => import('../vendors/vendors-page.js'), 'VendorsPage'),
});

const newVendor = createRoute({
  getParentRoute: () => shell,
  path: '/vendors/new',
  staticData: { mayOpen: MAY_OPEN['/vendors'] },
  component: pageOf(() => import('../vendors/new-vendor-page.js'), 'NewVendorPage'),
});

const vendor = createRoute({
  getParentRoute: () => shell,
  path: '/vendors/$id',
  staticData: { mayOpen: MAY_OPEN['/vendors'] },
  component: pageOf(() => import('../vendors/vendor-page.js'), 'VendorPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    setUp,
    shell.addChildren([
      home,
      scan,
      attention,
      devices,
      newDevice,
      changeMany,
      device,
      label,
      coverages,
      claims,
      newClaim,
      claim,
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
      problems,
      newProblem,
      support,
      newRequest,
      request,
      editRequest,
      imports,
      newImport,
      importPage,
      accounts,
      newAccount,
      account,
      sites,
      newSite,
      editSite,
      vendors,
      newVendor,
      vendor,
      nowhere,
    ]),
  ]),
  defaultErrorComponent: PageFailure,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
  interface HistoryState {
    /** Ids of devices that were selected on another page. There can be too many for an address. */
    devices?: string[];
  }
  interface StaticDataRouteOption {
    /** Whether this account may open the page. Without it, everybody who is signed in may. */
    mayOpen?: (session: Session) => boolean;
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
