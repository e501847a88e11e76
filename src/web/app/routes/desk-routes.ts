import { createRoute } from '@tanstack/react-router';
import { MAY_OPEN } from '../navigation.js';
import { pageOf, shell } from './frame-routes.js';

const staticData = { mayOpen: MAY_OPEN['/desk/batches'] };

const claim = createRoute({
  getParentRoute: () => shell,
  path: '/desk/claims/$id',
  staticData,
  component: pageOf(() => import('../../desk/desk-pages.js'), 'DeskClaimPage'),
});

const batches = createRoute({
  getParentRoute: () => shell,
  path: '/desk/batches',
  staticData,
  component: pageOf(() => import('../../desk/desk-pages.js'), 'DeskBatchesPage'),
});

const replies = createRoute({
  getParentRoute: () => shell,
  path: '/desk/replies',
  staticData,
  component: pageOf(() => import('../../desk/desk-pages.js'), 'DeskRepliesPage'),
});

const scorecard = createRoute({
  getParentRoute: () => shell,
  path: '/desk/scorecard',
  staticData,
  component: pageOf(() => import('../../desk/desk-pages.js'), 'DeskScorecardPage'),
});

/** Pages of people who work at a vendor. Their open claims are the first page. */
export const deskRoutes = [claim, batches, replies, scorecard] as const;
