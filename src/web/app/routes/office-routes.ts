import { createRoute } from '@tanstack/react-router';
import { MAY_OPEN } from '../navigation.js';
import { pageOf, shell, texts } from './frame-routes.js';

const asksForSupport = MAY_OPEN['/support'];

const problems = createRoute({
  getParentRoute: () => shell,
  path: '/problems',
  staticData: { mayOpen: MAY_OPEN['/problems'] },
  validateSearch: (search): { state?: string } => texts(search, ['state']),
  component: pageOf(() => import('../office-pages.js'), 'ProblemsPage'),
});

const newProblem = createRoute({
  getParentRoute: () => shell,
  path: '/problems/new',
  staticData: { mayOpen: asksForSupport },
  validateSearch: (search): { site?: string; code?: string } => texts(search, ['site', 'code']),
  component: pageOf(() => import('../office-pages.js'), 'NewProblemPage'),
});

const support = createRoute({
  getParentRoute: () => shell,
  path: '/support',
  staticData: { mayOpen: MAY_OPEN['/support'] },
  validateSearch: (search): { state?: string } => texts(search, ['state']),
  component: pageOf(() => import('../office-pages.js'), 'SupportPage'),
});

const newRequest = createRoute({
  getParentRoute: () => shell,
  path: '/support/new',
  staticData: { mayOpen: asksForSupport },
  validateSearch: (search): { site?: string } => texts(search, ['site']),
  component: pageOf(() => import('../office-pages.js'), 'NewRequestPage'),
});

const request = createRoute({
  getParentRoute: () => shell,
  path: '/support/$id',
  staticData: { mayOpen: asksForSupport },
  component: pageOf(() => import('../office-pages.js'), 'RequestPage'),
});

const editRequest = createRoute({
  getParentRoute: () => shell,
  path: '/support/$id/edit',
  staticData: { mayOpen: asksForSupport },
  component: pageOf(() => import('../office-pages.js'), 'EditRequestPage'),
});

const catalogue = createRoute({
  getParentRoute: () => shell,
  path: '/catalogue',
  staticData: { mayOpen: MAY_OPEN['/catalogue'] },
  component: pageOf(() => import('../office-pages.js'), 'CataloguePage'),
});

const imports = createRoute({
  getParentRoute: () => shell,
  path: '/imports',
  staticData: { mayOpen: MAY_OPEN['/imports'] },
  component: pageOf(() => import('../office-pages.js'), 'ImportsPage'),
});

const newImport = createRoute({
  getParentRoute: () => shell,
  path: '/imports/new',
  staticData: { mayOpen: MAY_OPEN['/imports'] },
  validateSearch: (search): { kind?: string; lot?: string } => texts(search, ['kind', 'lot']),
  component: pageOf(() => import('../office-pages.js'), 'NewImportPage'),
});

const importPage = createRoute({
  getParentRoute: () => shell,
  path: '/imports/$id',
  staticData: { mayOpen: MAY_OPEN['/imports'] },
  component: pageOf(() => import('../office-pages.js'), 'ImportPage'),
});

const accounts = createRoute({
  getParentRoute: () => shell,
  path: '/accounts',
  staticData: { mayOpen: MAY_OPEN['/accounts'] },
  component: pageOf(() => import('../office-pages.js'), 'AccountsPage'),
});

const newAccount = createRoute({
  getParentRoute: () => shell,
  path: '/accounts/new',
  staticData: { mayOpen: MAY_OPEN['/accounts'] },
  component: pageOf(() => import('../office-pages.js'), 'NewAccountPage'),
});

const account = createRoute({
  getParentRoute: () => shell,
  path: '/accounts/$id',
  staticData: { mayOpen: MAY_OPEN['/accounts'] },
  component: pageOf(() => import('../office-pages.js'), 'AccountPage'),
});

const sites = createRoute({
  getParentRoute: () => shell,
  path: '/sites',
  staticData: { mayOpen: MAY_OPEN['/sites'] },
  component: pageOf(() => import('../office-pages.js'), 'SitesPage'),
});

const newSite = createRoute({
  getParentRoute: () => shell,
  path: '/sites/new',
  staticData: { mayOpen: (session) => MAY_OPEN['/sites'](session) && session.sites === 'all' },
  component: pageOf(() => import('../office-pages.js'), 'NewSitePage'),
});

const editSite = createRoute({
  getParentRoute: () => shell,
  path: '/sites/$id',
  staticData: { mayOpen: MAY_OPEN['/sites'] },
  component: pageOf(() => import('../office-pages.js'), 'EditSitePage'),
});

/** Pages of schools and of the office. */
export const officeRoutes = [
  problems,
  newProblem,
  support,
  newRequest,
  request,
  editRequest,
  catalogue,
  imports,
  newImport,
  importPage,
  accounts,
  newAccount,
  account,
  sites,
  newSite,
  editSite,
] as const;
