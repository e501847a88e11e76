import type { Catalog } from './catalog.js';

/**
 * Groups of texts that the frame and the scan page do not use. They are loaded with the first page that is made with
 * `pageOf` (`src/web/app/routes/frame-routes.tsx`), so that a phone on a school’s network has less to load before it can scan.
 */
export const LATER_GROUPS: readonly (keyof Catalog)[] = [
  'accounts',
  'attention',
  'changeMany',
  'chart',
  'checkout',
  'claims',
  'coverage',
  'devices',
  'disposalRoute',
  'forbidden',
  'forms',
  'history',
  'home',
  'importField',
  'imports',
  'inbox',
  'jobKind',
  'jobs',
  'jobState',
  'labels',
  'lookUpOutcome',
  'lookUps',
  'places',
  'problems',
  'rules',
  'school',
  'siteType',
  'sites',
  'start',
  'support',
  'sweeps',
  'table',
  'vendorRole',
  'vendors',
  'warranty',
];
