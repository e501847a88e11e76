import { createRoute } from '@tanstack/react-router';
import { MAY_OPEN } from '../navigation.js';
import { SANITIZATIONS_SEARCH, type SanitizationsSearch } from '../searches.js';
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

/** Pages of what becomes of devices that are no longer needed. */
export const salvageRoutes = [sanitizations, newSanitization, sanitization] as const;
