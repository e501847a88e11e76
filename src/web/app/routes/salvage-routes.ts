import { createRoute } from '@tanstack/react-router';
import { MAY_OPEN } from '../navigation.js';
import {
  ASSESSMENTS_SEARCH,
  type AssessmentsSearch,
  BOARD_ITEMS_SEARCH,
  type BoardItemsSearch,
  LOTS_SEARCH,
  type LotsSearch,
  SANITIZATIONS_SEARCH,
  type SanitizationsSearch,
} from '../searches.js';
import { pageOf, shell, texts } from './frame-routes.js';

const sanitizations = createRoute({
  getParentRoute: () => shell,
  path: '/sanitizations',
  staticData: { mayOpen: MAY_OPEN['/sanitizations'] },
  validateSearch: (search): SanitizationsSearch => texts(search, SANITIZATIONS_SEARCH),
  component: pageOf(() => import('../rare-pages.js'), 'SanitizationsPage'),
});

const newSanitization = createRoute({
  getParentRoute: () => shell,
  path: '/sanitizations/new',
  staticData: { mayOpen: MAY_OPEN['/sanitizations'] },
  validateSearch: (search): { device?: string } => texts(search, ['device']),
  component: pageOf(() => import('../rare-pages.js'), 'NewSanitizationPage'),
});

const sanitization = createRoute({
  getParentRoute: () => shell,
  path: '/sanitizations/$id',
  // Whoever sees the device sees what became of its data.
  staticData: { mayOpen: MAY_OPEN['/devices'] },
  component: pageOf(() => import('../rare-pages.js'), 'SanitizationPage'),
});

const assessments = createRoute({
  getParentRoute: () => shell,
  path: '/assessments',
  staticData: { mayOpen: MAY_OPEN['/assessments'] },
  validateSearch: (search): AssessmentsSearch => texts(search, ASSESSMENTS_SEARCH),
  component: pageOf(() => import('../rare-pages.js'), 'AssessmentsPage'),
});

const newAssessment = createRoute({
  getParentRoute: () => shell,
  path: '/assessments/new',
  staticData: { mayOpen: MAY_OPEN['/assessments'] },
  validateSearch: (search): { device?: string } => texts(search, ['device']),
  component: pageOf(() => import('../rare-pages.js'), 'NewAssessmentPage'),
});

const assessment = createRoute({
  getParentRoute: () => shell,
  path: '/assessments/$id',
  // Whoever sees the device sees what was recommended for it.
  staticData: { mayOpen: MAY_OPEN['/devices'] },
  component: pageOf(() => import('../rare-pages.js'), 'AssessmentPage'),
});

const assessmentRules = createRoute({
  getParentRoute: () => shell,
  path: '/assessment-rules',
  staticData: { mayOpen: MAY_OPEN['/assessments'] },
  component: pageOf(() => import('../rare-pages.js'), 'AssessmentRulesPage'),
});

const works = { mayOpen: MAY_OPEN['/lots'] };
const decides = { mayOpen: MAY_OPEN['/board-items'] };

const lots = createRoute({
  getParentRoute: () => shell,
  path: '/lots',
  staticData: works,
  validateSearch: (search): LotsSearch => texts(search, LOTS_SEARCH),
  component: pageOf(() => import('../lot-pages.js'), 'LotsPage'),
});

const newLot = createRoute({
  getParentRoute: () => shell,
  path: '/lots/new',
  staticData: works,
  component: pageOf(() => import('../lot-pages.js'), 'NewLotPage'),
});

const lot = createRoute({
  getParentRoute: () => shell,
  path: '/lots/$id',
  staticData: works,
  component: pageOf(() => import('../lot-pages.js'), 'LotPage'),
});

const pickUp = createRoute({
  getParentRoute: () => shell,
  path: '/lots/$id/pick-up',
  staticData: works,
  component: pageOf(() => import('../lot-pages.js'), 'PickUpPage'),
});

const boardItems = createRoute({
  getParentRoute: () => shell,
  path: '/board-items',
  staticData: decides,
  validateSearch: (search): BoardItemsSearch => texts(search, BOARD_ITEMS_SEARCH),
  component: pageOf(() => import('../lot-pages.js'), 'BoardItemsPage'),
});

const newBoardItem = createRoute({
  getParentRoute: () => shell,
  path: '/board-items/new',
  staticData: decides,
  // Id of a lot that waits for it.
  validateSearch: (search): { lot?: string } => texts(search, ['lot']),
  component: pageOf(() => import('../lot-pages.js'), 'NewBoardItemPage'),
});

const boardItem = createRoute({
  getParentRoute: () => shell,
  path: '/board-items/$id',
  staticData: decides,
  component: pageOf(() => import('../lot-pages.js'), 'BoardItemPage'),
});

/** Pages of what becomes of devices that are no longer needed. */
export const salvageRoutes = [
  assessments,
  newAssessment,
  assessment,
  assessmentRules,
  sanitizations,
  newSanitization,
  sanitization,
  lots,
  newLot,
  lot,
  pickUp,
  boardItems,
  newBoardItem,
  boardItem,
] as const;
