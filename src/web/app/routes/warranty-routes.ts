import { createRoute } from '@tanstack/react-router';
import { MAY_OPEN } from '../navigation.js';
import { CLAIMS_SEARCH, type ClaimsSearch, COVERAGES_SEARCH, type CoveragesSearch } from '../searches.js';
import { pageOf, shell, texts } from './frame-routes.js';

const coverages = createRoute({
  getParentRoute: () => shell,
  path: '/coverages',
  staticData: { mayOpen: MAY_OPEN['/coverages'] },
  validateSearch: (search): CoveragesSearch => texts(search, COVERAGES_SEARCH),
  component: pageOf(() => import('../../coverages/coverages-page.js'), 'CoveragesPage'),
});

const lookUps = createRoute({
  getParentRoute: () => shell,
  path: '/coverages/look-ups',
  staticData: { mayOpen: MAY_OPEN['/vendors'] },
  component: pageOf(() => import('../../look-ups/look-ups-page.js'), 'LookUpsPage'),
});

const rules = createRoute({
  getParentRoute: () => shell,
  path: '/coverage-rules',
  staticData: { mayOpen: MAY_OPEN['/vendors'] },
  component: pageOf(() => import('../../coverage-rules/rules-page.js'), 'RulesPage'),
});

const newRule = createRoute({
  getParentRoute: () => shell,
  path: '/coverage-rules/new',
  staticData: { mayOpen: MAY_OPEN['/vendors'] },
  component: pageOf(() => import('../../coverage-rules/new-rule-page.js'), 'NewRulePage'),
});

const rule = createRoute({
  getParentRoute: () => shell,
  path: '/coverage-rules/$id',
  staticData: { mayOpen: MAY_OPEN['/vendors'] },
  component: pageOf(() => import('../../coverage-rules/rule-page.js'), 'RulePage'),
});

const claims = createRoute({
  getParentRoute: () => shell,
  path: '/claims',
  staticData: { mayOpen: MAY_OPEN['/claims'] },
  validateSearch: (search): ClaimsSearch => texts(search, CLAIMS_SEARCH),
  component: pageOf(() => import('../../claims/claims-page.js'), 'ClaimsPage'),
});

const newClaim = createRoute({
  getParentRoute: () => shell,
  path: '/claims/new',
  staticData: { mayOpen: MAY_OPEN['/claims'] },
  validateSearch: (search): { device?: string } => texts(search, ['device']),
  component: pageOf(() => import('../../claims/new-claim-page.js'), 'NewClaimPage'),
});

const claim = createRoute({
  getParentRoute: () => shell,
  path: '/claims/$id',
  // Whoever sees the device sees what its vendor does about it.
  staticData: { mayOpen: MAY_OPEN['/devices'] },
  component: pageOf(() => import('../../claims/claim-page.js'), 'ClaimPage'),
});

const figures = createRoute({
  getParentRoute: () => shell,
  path: '/warranty',
  staticData: { mayOpen: MAY_OPEN['/warranty'] },
  component: pageOf(() => import('../../warranty/warranty-page.js'), 'WarrantyPage'),
});

const badLot = createRoute({
  getParentRoute: () => shell,
  path: '/warranty/lots/$id',
  staticData: { mayOpen: MAY_OPEN['/warranty'] },
  component: pageOf(() => import('../../warranty/bad-lot-page.js'), 'BadLotPage'),
});

const vendors = createRoute({
  getParentRoute: () => shell,
  path: '/vendors',
  staticData: { mayOpen: MAY_OPEN['/vendors'] },
  component: pageOf(() => import('../../vendors/vendors-page.js'), 'VendorsPage'),
});

const newVendor = createRoute({
  getParentRoute: () => shell,
  path: '/vendors/new',
  staticData: { mayOpen: MAY_OPEN['/vendors'] },
  component: pageOf(() => import('../../vendors/new-vendor-page.js'), 'NewVendorPage'),
});

const vendor = createRoute({
  getParentRoute: () => shell,
  path: '/vendors/$id',
  staticData: { mayOpen: MAY_OPEN['/vendors'] },
  component: pageOf(() => import('../../vendors/vendor-page.js'), 'VendorPage'),
});

/** Pages of vendors, and of what they owe. */
export const warrantyRoutes = [
  coverages,
  lookUps,
  rules,
  newRule,
  rule,
  claims,
  newClaim,
  claim,
  figures,
  badLot,
  vendors,
  newVendor,
  vendor,
] as const;
