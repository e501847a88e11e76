import type { Test } from 'supertest';
import type { TestUser } from './app.js';
import type { Place } from './district-world.js';

/**
 * What a route's path names: a thing of one `site`, of the whole `district`, of its `owner` alone (here the admin), or
 * nothing of anybody (`none`). Of the `office` is what the admin made, and whoever sees the whole district sees.
 */
export type Bound = 'site' | 'district' | 'office' | 'owner' | 'none';

export interface RouteRow {
  /** Who may call it: roles, `everybody` with an account, or `anybody` at all. Said here again, apart from the code. */
  who: readonly string[] | 'everybody' | 'anybody';
  bound: Bound;
  path: (place: Place) => string;
  send?: (test: Test, place: Place) => Test;
  /** The one answer that everybody gets who may call it, where that is a refusal by design. */
  always?: number;
  /** The body names things of a `site`, or of the `district`: whoever does not reach the place gets 400. */
  names?: 'site' | 'district';
  /** Makes what a call uses up, before each call. The admin is of the place's district. */
  before?: (admin: TestUser, place: Place) => PromiseLike<unknown>;
  /** The first call does it, and every later call gets 409, because it is done. */
  conflicts?: true;
}

export const ADMIN = ['admin'];
export const OFFICE = ['admin', 'its'];
export const PLANNERS = ['admin', 'its', 'lead', 'liaison'];
export const FIELD = ['admin', 'lead', 'liaison', 'technician'];
export const STAFF = ['admin', 'its', 'lead', 'liaison', 'technician'];
export const READERS = [...STAFF, 'site_staff'];

type Path = (place: Place) => string;
type Body = (place: Place) => object;

export const row = (
  who: RouteRow['who'],
  bound: Bound,
  path: Path,
  body?: Body,
  more: Partial<RouteRow> = {},
): RouteRow => ({
  who,
  bound,
  path,
  ...(body ? { send: (test, place) => test.send(body(place)) } : {}),
  ...more,
});

let made = 0;
/** A name that nothing has yet. */
export const fresh = (): string => `NEW-${++made}`;
