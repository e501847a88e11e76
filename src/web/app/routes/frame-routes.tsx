import { createRootRoute, createRoute, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { loadFailedStyles } from '../../common/failed-styles.js';
import type { Session } from '../../session/session.js';
import { loadRefusals } from '../../text/refusals.js';
import { loadLaterTexts } from '../../text/text.js';
import { Shell } from '../shell.js';

export const root = createRootRoute({ component: Outlet });
/** Everything behind a sign-in: within the frame. */
export const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
});

/** Loads a page when somebody opens it, together with texts and styles that the frame does not need. */
export function pageOf<T extends Record<string, unknown>, Name extends keyof T>(
  load: () => Promise<T>,
  name: Name,
) {
  return lazyRouteComponent(async () => {
    const [page] = await Promise.all([
      load(),
      loadLaterTexts(),
      loadRefusals(),
      import('../../later-styles.js'),
      loadFailedStyles(),
    ]);
    return page;
  }, name);
}

/** Those of the names that an address gives, as text. */
export function texts<Name extends string>(
  search: Record<string, unknown>,
  names: readonly Name[],
): { [N in Name]?: string } {
  const given = names.filter((name) => search[name] !== undefined && search[name] !== '');
  return Object.fromEntries(given.map((name) => [name, String(search[name])])) as { [N in Name]?: string };
}

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Whether this account may open the page. Without it, everybody who is signed in may. */
    mayOpen?: (session: Session) => boolean;
  }
}
