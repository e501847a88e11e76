import { createRoute, createRouter } from '@tanstack/react-router';
import { NotFoundPage } from './not-found-page.js';
import { PageFailure } from './page-failure.js';
import { deskRoutes } from './routes/desk-routes.js';
import { fieldRoutes } from './routes/field-routes.js';
import { pageOf, root, shell } from './routes/frame-routes.js';
import { officeRoutes } from './routes/office-routes.js';
import { salvageRoutes } from './routes/salvage-routes.js';
import { warrantyRoutes } from './routes/warranty-routes.js';

const setUp = createRoute({
  getParentRoute: () => root,
  path: '/setup/$secret',
  component: pageOf(() => import('../session/set-up-page.js'), 'SetUpPage'),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation/$secret',
  component: pageOf(() => import('../session/invitation-page.js'), 'InvitationPage'),
});

/** Every other address: within the frame, so that the way back is there. */
const nowhere = createRoute({ getParentRoute: () => shell, path: '$', component: NotFoundPage });

export const router = createRouter({
  routeTree: root.addChildren([
    setUp,
    invitation,
    shell.addChildren([
      ...fieldRoutes,
      ...warrantyRoutes,
      ...salvageRoutes,
      ...officeRoutes,
      ...deskRoutes,
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
}
