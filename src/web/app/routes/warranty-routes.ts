import { createRoute } from '@tanstack/react-router';
import { decidesOnVendors, MAY_OPEN } from '../navigation.js';
import { CLAIMS_SEARCH, type ClaimsSearch, COVERAGES_SEARCH, type CoveragesSearch } from '../searches.js';
import { pageOf, shell, texts } from './frame-routes.js';

/** Pages of those who decide what vendors get. */
const settings = { mayOpen: decidesOnVendors };

/** Pages of those who work on claims, and so deal with vendors. */
const dealing = { mayOpen: MAY_OPEN['/vendors'] };

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
  staticData: settings,
  component: pageOf(() => import('../rare-pages.js'), 'LookUpsPage'),
});

const rules = createRoute({
  getParentRoute: () => shell,
  path: '/coverage-rules',
  staticData: settings,
  component: pageOf(() => import('../rare-pages.js'), 'RulesPage'),
});

const newRule = createRoute({
  getParentRoute: () => shell,
  path: '/coverage-rules/new',
  staticData: settings,
  component: pageOf(() => import('../rare-pages.js'), 'NewRulePage'),
});

const rule = createRoute({
  getParentRoute: () => shell,
  path: '/coverage-rules/$id',
  staticData: settings,
  component: pageOf(() => import('../rare-pages.js'), 'RulePage'),
});

const pools = createRoute({
  getParentRoute: () => shell,
  path: '/incident-pools',
  staticData: { mayOpen: MAY_OPEN['/coverages'] },
  component: pageOf(() => import('../rare-pages.js'), 'PoolsPage'),
});

const newPool = createRoute({
  getParentRoute: () => shell,
  path: '/incident-pools/new',
  staticData: settings,
  component: pageOf(() => import('../rare-pages.js'), 'NewPoolPage'),
});

const pool = createRoute({
  getParentRoute: () => shell,
  path: '/incident-pools/$id',
  staticData: { mayOpen: MAY_OPEN['/coverages'] },
  component: pageOf(() => import('../rare-pages.js'), 'PoolPage'),
});

const claims = createRoute({
  getParentRoute: () => shell,
  path: '/claims',
  staticData: { mayOpen: MAY_OPEN['/claims'] },
  validateSearch: (search): ClaimsSearch => texts(search, CLAIMS_SEARCH),
  component: pageOf(() => import('../../claims/claims-page.js'), 'ClaimsPage'),
});

const replies = createRoute({
  getParentRoute: () => shell,
  path: '/claims/replies',
  staticData: { mayOpen: MAY_OPEN['/claims'] },
  component: pageOf(() => import('../../batches/batch-pages.js'), 'RepliesPage'),
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
  component: pageOf(() => import('../rare-pages.js'), 'BadLotPage'),
});

const batches = createRoute({
  getParentRoute: () => shell,
  path: '/claim-batches',
  staticData: settings,
  validateSearch: (search): { vendor?: string } => texts(search, ['vendor']),
  component: pageOf(() => import('../../batches/batch-pages.js'), 'BatchesPage'),
});

const newBatch = createRoute({
  getParentRoute: () => shell,
  path: '/claim-batches/new',
  staticData: settings,
  validateSearch: (search): { vendor?: string } => texts(search, ['vendor']),
  component: pageOf(() => import('../../batches/batch-pages.js'), 'NewBatchPage'),
});

const batch = createRoute({
  getParentRoute: () => shell,
  path: '/claim-batches/$id',
  staticData: settings,
  component: pageOf(() => import('../../batches/batch-pages.js'), 'BatchPage'),
});

const layouts = createRoute({
  getParentRoute: () => shell,
  path: '/claim-layouts',
  staticData: settings,
  component: pageOf(() => import('../../batches/batch-pages.js'), 'LayoutsPage'),
});

const newLayout = createRoute({
  getParentRoute: () => shell,
  path: '/claim-layouts/new',
  staticData: settings,
  component: pageOf(() => import('../../batches/batch-pages.js'), 'NewLayoutPage'),
});

const layout = createRoute({
  getParentRoute: () => shell,
  path: '/claim-layouts/$id',
  staticData: settings,
  component: pageOf(() => import('../../batches/batch-pages.js'), 'LayoutPage'),
});

const delivery = createRoute({
  getParentRoute: () => shell,
  path: '/vendors/$id/delivery',
  staticData: settings,
  component: pageOf(() => import('../../batches/batch-pages.js'), 'DeliveryPage'),
});

const people = createRoute({
  getParentRoute: () => shell,
  path: '/vendors/$id/people',
  staticData: dealing,
  component: pageOf(() => import('../../batches/batch-pages.js'), 'VendorPeoplePage'),
});

const vendors = createRoute({
  getParentRoute: () => shell,
  path: '/vendors',
  staticData: dealing,
  component: pageOf(() => import('../../vendors/vendor-parts.js'), 'VendorsPage'),
});

const newVendor = createRoute({
  getParentRoute: () => shell,
  path: '/vendors/new',
  staticData: settings,
  component: pageOf(() => import('../../vendors/vendor-parts.js'), 'NewVendorPage'),
});

const vendor = createRoute({
  getParentRoute: () => shell,
  path: '/vendors/$id',
  staticData: dealing,
  component: pageOf(() => import('../../vendors/vendor-parts.js'), 'VendorPage'),
});

const vendorSight = createRoute({
  getParentRoute: () => shell,
  path: '/vendors/$id/desk',
  staticData: settings,
  component: pageOf(() => import('../../vendors/vendor-parts.js'), 'VendorSightPage'),
});

const vendorWords = createRoute({
  getParentRoute: () => shell,
  path: '/vendors/$id/reply-words',
  staticData: settings,
  component: pageOf(() => import('../../vendors/vendor-parts.js'), 'VendorWordsPage'),
});

const vendorChecklist = createRoute({
  getParentRoute: () => shell,
  path: '/vendors/$id/checklist',
  staticData: settings,
  component: pageOf(() => import('../../vendors/vendor-parts.js'), 'VendorChecklistPage'),
});

const vendorTerms = createRoute({
  getParentRoute: () => shell,
  path: '/vendors/$id/claim-terms',
  staticData: settings,
  component: pageOf(() => import('../../vendors/vendor-parts.js'), 'VendorTermsPage'),
});

/** Pages of vendors, and of what they owe. */
export const warrantyRoutes = [
  coverages,
  lookUps,
  rules,
  newRule,
  rule,
  pools,
  newPool,
  pool,
  batches,
  newBatch,
  batch,
  layouts,
  newLayout,
  layout,
  delivery,
  people,
  claims,
  replies,
  newClaim,
  claim,
  figures,
  badLot,
  vendors,
  newVendor,
  vendor,
  vendorSight,
  vendorWords,
  vendorChecklist,
  vendorTerms,
] as const;
